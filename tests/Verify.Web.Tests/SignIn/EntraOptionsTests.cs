using Microsoft.AspNetCore.DataProtection;
using Verify.Web.SignIn;
using static Verify.Web.Tests.SignIn.EntraDirectory;

namespace Verify.Web.Tests.SignIn;

public sealed class EntraOptionsTests
{
    static readonly EntraOptions Good = new() { TenantId = Tenant, ClientId = Client };

    public static TheoryData<EntraOptions, string> Wrong { get; } = new()
    {
        { Good with { TenantId = "" }, "TenantId" },
        { Good with { TenantId = "common" }, "TenantId" },
        { Good with { TenantId = "desk.example" }, "TenantId" },
        { Good with { TenantId = $"{{{Tenant}}}" }, "TenantId" },
        { Good with { TenantId = $"{Tenant}/../x" }, "TenantId" },
        { Good with { ClientId = "desk" }, "ClientId" },
        { Good with { Instance = "" }, "Instance" },
        { Good with { Instance = "login.microsoftonline.com" }, "Instance" },
        { Good with { Instance = "http://login.microsoftonline.com/" }, "Instance" },
        { Good with { Instance = "https://login.microsoftonline.com/common" }, "Instance" },
        { Good with { Instance = "https://login.microsoftonline.com/?x" }, "Instance" },
        { Good with { Instance = "https://me@login.microsoftonline.com/" }, "Instance" },
        { Good with { Audiences = [""] }, "Audiences" },
        { Good with { Audiences = default }, "Audiences" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_setting_that_cannot_work_stops_the_start_by_its_name(EntraOptions options, string name)
    {
        Assert.Contains(name, Assert.Throws<ArgumentException>(options.Checked).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(new WebOptions { Entra = options, PseudonymSecret = [.. new byte[32]] }.Checked);
    }

    [Fact]
    public void A_directory_needs_the_pseudonyms_secret_and_no_keys()
    {
        var options = new WebOptions { Entra = Good, PseudonymSecret = [.. new byte[32]] };
        Assert.Same(options, options.Checked());
        Assert.Contains("PseudonymSecret", Assert.Throws<ArgumentException>((options with { PseudonymSecret = [.. new byte[31]] }).Checked).Message, StringComparison.Ordinal);
        Assert.Contains("PseudonymSecret", Assert.Throws<ArgumentException>((options with { PseudonymSecret = default }).Checked).Message, StringComparison.Ordinal);
        Assert.Contains("KeyDirectory", Assert.Throws<ArgumentException>((options with { KeyDirectory = "keys" }).Checked).Message, StringComparison.Ordinal);
        Assert.Contains("ConfigureKeys", Assert.Throws<ArgumentException>((options with { ConfigureKeys = keys => keys.UseEphemeralDataProtectionProvider() }).Checked).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/")]
    [InlineData("https://login.microsoftonline.com")]
    public void Issuers_and_metadata_follow_from_the_directory(string instance)
    {
        var options = Good with { Instance = instance, TenantId = Tenant.ToUpperInvariant() };
        Assert.Equal((Issuer, FirstIssuer, $"{Issuer}/.well-known/openid-configuration"), (options.Issuer, options.FirstIssuer, options.Metadata));
    }

    [Fact]
    public void The_client_id_is_an_audience_and_so_is_its_address_and_what_is_named() =>
        Assert.Equal([Client, $"api://{Client}", "https://desk.example"], (Good with { Audiences = ["https://desk.example"] }).AllAudiences);
}
