using Azure.Core;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Hosting.Tests.Settings;

namespace Verify.Hosting.Tests.Secrets;

/// <summary>A secret that lies in a vault, over the client that Azure gives and real sockets.</summary>
public sealed class VaultsTests : IAsyncLifetime
{
    const string Reference = $"https://{LoopbackVault.Host}/secrets/pseudonyms";

    LoopbackVault vault = null!;

    public async ValueTask InitializeAsync() => vault = await LoopbackVault.StartAsync();

    public ValueTask DisposeAsync() => vault.DisposeAsync();

    Task<DeskSettings> ReadAsync(string reference = Reference, TokenCredential? identity = null) => Configured.Read($"SignIn:PseudonymSecret={reference}")
        .WithSecretsAsync(new SecretPlaces(new Vaults(identity ?? new LoopbackVault.Identity(), vault.Options())), TestContext.Current.CancellationToken);

    static string Found(string value) =>
        $$"""{"value":"{{value}}","id":"https://{{LoopbackVault.Host}}/secrets/pseudonyms/0123","attributes":{"enabled":true,"created":1740000000,"updated":1740000000} }""";

    [Theory]
    [InlineData("", "/secrets/pseudonyms")]
    [InlineData("/0123abcd", "/secrets/pseudonyms/0123abcd")]
    public async Task It_is_read_with_the_identity_that_the_machine_has(string version, string path)
    {
        var secret = Convert.ToBase64String(new byte[32]);
        vault.Answers[path] = (200, Found(secret));
        Assert.Equal(secret, (await ReadAsync(Reference + version)).SignIn.PseudonymSecret!.Text);
        Assert.Equal($"{LoopbackVault.Host}{path}", Assert.Single(vault.Asked).TrimEnd('/'));
    }

    [Theory]
    [InlineData(404, "SecretNotFound", "", "the vault has no such secret")]
    [InlineData(403, "Forbidden", "AccessDenied", "Grant it the role \"Key Vault Secrets User\"")]
    [InlineData(403, "Forbidden", "SecretDisabled", "the secret is disabled")]
    [InlineData(429, "Throttled", "", "asked too often")]
    [InlineData(500, "InternalServerError", "", "the vault answered 500")]
    public async Task What_the_vault_refuses_is_told_with_the_way_out(int status, string code, string inner, string says)
    {
        vault.Answers["/secrets/pseudonyms"] = (status, $$"""{"error":{"code":"{{code}}","message":"refused","innererror":{"code":"{{inner}}"} } }""");
        var message = (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync())).Message;
        Assert.StartsWith($"Verify:SignIn:PseudonymSecret: {Reference}: ", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public async Task A_machine_without_an_identity_is_told()
    {
        var message = (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync(identity: new LoopbackVault.NoIdentity()))).Message;
        Assert.Contains("this machine has no identity to open the vault with", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vault_that_does_not_answer_is_told()
    {
        await vault.StopAsync();
        Assert.Contains("the vault does not answer", (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_no_key_is_not_repeated()
    {
        vault.Answers["/secrets/pseudonyms"] = (200, Found("hunter2!"));
        Assert.Equal(
            $"Verify:SignIn:PseudonymSecret: what {Reference} holds is not base64. Make one with: openssl rand -base64 32",
            (await Assert.ThrowsAsync<SettingsException>(() => ReadAsync())).Message);
    }
}
