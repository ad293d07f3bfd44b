using System.Collections.Immutable;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Hosting.Tests.Settings;
using Verify.Web;

namespace Verify.Hosting.Tests.Secrets;

/// <summary>Secrets are read from files and the environment, and what is no key is refused.</summary>
public sealed class SecretPlacesTests : IDisposable
{
    const string Variable = "VERIFY_TEST_SECRET_PLACES";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verify-secret-");
    readonly byte[] key = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        folder.Delete(recursive: true);
    }

    string Write(string text)
    {
        var path = Path.Combine(folder.FullName, "secret");
        File.WriteAllText(path, text);
        return path;
    }

    static Task<DeskSettings> ReadAsync(string reference) =>
        Configured.Read($"SignIn:PseudonymSecret={reference}").WithSecretsAsync(new SecretPlaces(), TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_file_holds_it_with_or_without_an_end_of_line()
    {
        foreach (var end in new[] { "", "\n", "\r\n" })
            Assert.Equal(key, Served(await ReadAsync($"file:{Write(Convert.ToBase64String(key) + end)}")));
    }

    [Fact]
    public async Task A_variable_holds_it()
    {
        Environment.SetEnvironmentVariable(Variable, Convert.ToBase64String(key));
        var settings = await ReadAsync($"env:{Variable}");
        Assert.Equal(key, Served(settings));
        Assert.DoesNotContain(Convert.ToBase64String(key), settings.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> NoKeys => new()
    {
        { "hunter2hunter2hunter2!", "is not base64. Make one with: openssl rand -base64 32" },
        { "aHVudGVyMg==", "has 7 bytes; it needs at least 32." },
        { "", "is empty." },
        { "@Microsoft.KeyVault(SecretUri=https://hunter2.vault.azure.net/secrets/a)", "holds a Key Vault reference that the platform has not put a value in place of." },
    };

    [Theory, MemberData(nameof(NoKeys))]
    public async Task What_is_no_key_is_refused_and_not_repeated(string text, string says)
    {
        var file = Write(text);
        var message = (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync($"file:{file}"))).Message;
        Assert.StartsWith("Verify:SignIn:PseudonymSecret: ", message, StringComparison.Ordinal);
        Assert.Contains($"file:{file}", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_is_not_there_is_told()
    {
        Assert.Contains($"there is no environment variable {Variable}.", (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync($"env:{Variable}"))).Message, StringComparison.Ordinal);
        Assert.Contains($"{folder.FullName}/none cannot be read", (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync($"file:{folder.FullName}/none"))).Message, StringComparison.Ordinal);
        Assert.Contains($"{folder.FullName} cannot be read", (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync($"file:{folder.FullName}"))).Message, StringComparison.Ordinal);
    }

    static ImmutableArray<byte> Served(DeskSettings settings) => settings.Web(new WebOptions { KeyDirectory = "keys" }).Checked().PseudonymSecret;
}
