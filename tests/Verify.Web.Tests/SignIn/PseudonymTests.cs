using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web.SignIn;
using Verify.Web.Tests.Desk;
using Verify.Workflow;

namespace Verify.Web.Tests.SignIn;

public sealed class PseudonymTests : IDisposable
{
    readonly string directory = Path.Combine(Path.GetTempPath(), $"verify-keys-{Guid.NewGuid():N}");

    [Fact]
    public void A_name_has_one_pseudonym_and_another_name_another()
    {
        var pseudonyms = new Pseudonyms(new byte[32]);
        Assert.Equal(pseudonyms.Of("Ani"), pseudonyms.Of("Ani"));
        Assert.NotEqual(pseudonyms.Of("Ani"), pseudonyms.Of("Budi"));
        Assert.NotEqual(pseudonyms.Of("Ani"), new Pseudonyms(new byte[] { 1 }).Of("Ani"));
    }

    [Fact]
    public async Task Pseudonyms_links_and_sessions_outlive_a_restart()
    {
        string link, cookie, id;
        await using (var before = await OpenAsync())
        {
            link = before.Links.Token("Ani", Role.Reviewer, TimeSpan.FromDays(1));
            var browser = await before.BrowserAsync(Role.Reviewer);
            cookie = browser.DefaultRequestHeaders.GetValues("Cookie").Single();
            id = (string)(await browser.AskAsync("/api/session")).Json["id"]!;
        }
        await using var after = await OpenAsync();
        Assert.Equal(id, (string?)(await after.Client().AskAsync("/api/session", ("Cookie", cookie))).Json["id"]);
        Assert.Equal(id, (string?)(await after.Client().AskAsync("/api/session", ("Authorization", $"Bearer {link}"))).Json["id"]);
    }

    [Fact]
    public async Task Nobody_else_on_the_machine_can_read_the_keys_also_where_the_folder_was_there_before()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows keeps access in other ways than modes.");
            return;
        }
        Directory.CreateDirectory(directory);
        await using var desk = await OpenAsync();
        desk.Links.Token("Ani", Role.Reviewer, TimeSpan.FromDays(1));
        desk.Services.GetRequiredService<Pseudonyms>();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(directory, "pseudonyms.key")));
    }

    [Fact]
    public void A_secret_that_lost_bytes_is_an_error_that_names_the_file()
    {
        Directory.CreateDirectory(directory);
        File.WriteAllBytes(Path.Combine(directory, "pseudonyms.key"), [1, 2, 3]);
        Assert.Contains("pseudonyms.key holds 3 bytes", Assert.Throws<InvalidDataException>(() => Pseudonyms.In(directory)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_is_given_stands_in_place_of_the_folders()
    {
        byte[] secret = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];
        await using var desk = await OpenAsync([.. secret]);
        Assert.Equal(new Pseudonyms(secret).Of("Ani"), desk.Services.GetRequiredService<Pseudonyms>().Of("Ani"));
        Assert.False(File.Exists(Path.Combine(directory, "pseudonyms.key")));
    }

    Task<WebDesk> OpenAsync(ImmutableArray<byte>? secret = null) =>
        WebDesk.OpenAsync(change: options => options with { ConfigureKeys = null, KeyDirectory = directory, PseudonymSecret = secret ?? [] });

    public void Dispose()
    {
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
    }
}
