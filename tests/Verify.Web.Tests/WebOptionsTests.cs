using Microsoft.AspNetCore.DataProtection;

namespace Verify.Web.Tests;

public sealed class WebOptionsTests
{
    static readonly WebOptions Good = new() { KeyDirectory = "keys" };

    public static TheoryData<WebOptions, string> Wrong { get; } = new()
    {
        { new(), "KeyDirectory" },
        { Good with { ConfigureKeys = keys => keys.UseEphemeralDataProtectionProvider() }, "ConfigureKeys" },
        { new() { ConfigureKeys = keys => keys.UseEphemeralDataProtectionProvider() }, "PseudonymSecret" },
        { Good with { AllowedHosts = [] }, "AllowedHosts" },
        { Good with { SessionLife = TimeSpan.Zero }, "SessionLife" },
        { Good with { MostBodyBytes = 0 }, "MostBodyBytes" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_setting_that_cannot_work_stops_the_start_by_its_name(WebOptions options, string name) =>
        Assert.Contains(name, Assert.Throws<ArgumentException>(options.Checked).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_for_keys_is_all_that_must_be_set() => Assert.Same(Good, Good.Checked());
}
