using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;

namespace Verify.Hosting.Secrets;

/// <summary>Reads secrets from Azure Key Vault.</summary>
/// <param name="options">How the vault is spoken to; the client's defaults where none is given.</param>
public sealed class Vaults(TokenCredential identity, SecretClientOptions? options = null)
{
    const int NoAnswer = 0;

    /// <exception cref="SecretException">The vault does not give it.</exception>
    public async Task<string> ReadAsync(SecretReference.InVault secret, CancellationToken cancel = default)
    {
        try
        {
            return (await new SecretClient(secret.Vault, identity, options ?? new()).GetSecretAsync(secret.Name, secret.Version, cancel)).Value.Value;
        }
        catch (RequestFailedException refused)
        {
            throw new SecretException($"{secret}: {WhyNot(refused)}", refused);
        }
        catch (AuthenticationFailedException unknown)
        {
            throw new SecretException(
                $"{secret}: this machine has no identity to open the vault with. In Azure, give the app a managed identity; elsewhere sign in with \"az login\", or use file: or env:.", unknown);
        }
        catch (AggregateException silent) // what the client throws after its last try to reach the vault
        {
            throw new SecretException($"{secret}: {Silent}", silent);
        }
    }

    const string Silent = "the vault does not answer. See that its name is right and that its network lets this machine in.";

    static string WhyNot(RequestFailedException refused) => refused.Status switch
    {
        404 => "the vault has no such secret, or no such version. Set it there, or mend the name.",
        401 => "the vault does not take this machine's identity. It must be one of the vault's own directory.",
        403 when refused.ErrorCode == "Forbidden" && refused.Message.Contains("SecretDisabled", StringComparison.Ordinal) => "the secret is disabled. Enable it, or name another version.",
        403 => "the desk's identity may not read it, or the vault's firewall does not let this machine in. Grant it the role \"Key Vault Secrets User\".",
        429 => "the vault is asked too often just now. Start the desk again in a while.",
        NoAnswer => Silent,
        _ => FormattableString.Invariant($"the vault answered {refused.Status}. Try again; if it stays, look at the vault's own page in Azure."),
    };
}
