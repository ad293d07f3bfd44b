using Verify.Hosting.Secrets;
using Verify.Hosting.Tests.Settings;

namespace Verify.Hosting.Tests.Secrets;

/// <summary>A secret is given by its place, and never shown.</summary>
public sealed class SecretReferenceTests
{
    [Theory]
    [InlineData("file:/run/secrets/pseudonyms", "file:/run/secrets/pseudonyms")]
    [InlineData("file:///run/secrets/pseudonyms", "file:/run/secrets/pseudonyms")]
    [InlineData("env:PSEUDONYM_SECRET", "env:PSEUDONYM_SECRET")]
    [InlineData("https://desk.vault.azure.net/secrets/pseudonyms", "https://desk.vault.azure.net/secrets/pseudonyms")]
    [InlineData("https://desk.vault.azure.net/secrets/pseudonyms/0123abcd/", "https://desk.vault.azure.net/secrets/pseudonyms/0123abcd")]
    public void A_reference_is_taken(string text, string shown)
    {
        Assert.True(SecretReference.TryParse(text, out var reference, out var wrong), wrong);
        Assert.Equal(shown, reference.ToString());
    }

    [Theory]
    [InlineData("aHVudGVyMg==", "holds a value itself")]
    [InlineData("hunter2", "holds a value itself")]
    [InlineData("http://desk.vault.azure.net/secrets/hunter2", "holds a value itself")]
    [InlineData("file:hunter2", "without its whole path")]
    [InlineData("env:", "names no environment variable")]
    [InlineData("env:hunter2=x", "names no environment variable")]
    [InlineData("https://hunter2.example.org/secrets/a", "is no address of a secret in a vault")]
    [InlineData("https://vault.azure.net/secrets/hunter2", "is no address of a secret in a vault")]
    [InlineData("https://desk.vault.azure.net.evil.example/secrets/hunter2", "is no address of a secret in a vault")]
    [InlineData("https://desk.vault.azure.net@evil.example/secrets/hunter2", "is no address of a secret in a vault")]
    [InlineData("https://desk.vault.azure.net:8443/secrets/hunter2", "is no address of a secret in a vault")]
    [InlineData("https://desk.vault.azure.net/keys/hunter2", "is no address of a secret in a vault")]
    [InlineData("https://desk.vault.azure.net/secrets/", "is no address of a secret in a vault")]
    [InlineData("https://desk.vault.azure.net/secrets/a/b/hunter2", "is no address of a secret in a vault")]
    [InlineData("https://desk.vault.azure.net/secrets/a?hunter2", "is no address of a secret in a vault")]
    [InlineData("@Microsoft.KeyVault(VaultName=hunter2;SecretName=a)", "is a Key Vault reference that the platform has not put a value in place of")]
    public void Anything_else_is_refused_and_not_repeated(string text, string says)
    {
        var message = Configured.Refused(Configured.With($"SignIn:PseudonymSecret={text}")).Message;
        Assert.StartsWith($"Verify:SignIn:PseudonymSecret {(says.StartsWith("without", StringComparison.Ordinal) ? "names a file " : "")}{says}", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
    }
}
