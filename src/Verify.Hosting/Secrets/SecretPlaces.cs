using Azure.Identity;

namespace Verify.Hosting.Secrets;

/// <summary>Files, the environment, and vaults that are opened with the identity that the machine has.</summary>
/// <param name="vaults">In place of Azure's, for tests.</param>
public sealed class SecretPlaces(Vaults? vaults = null) : ISecrets
{
    /// <summary>More than any key is long: what is larger is some other file.</summary>
    const int MostBytes = 64 * 1024;

    readonly Lazy<Vaults> vaults = new(() => vaults ?? new Vaults(new DefaultAzureCredential()));

    public async Task<string> ReadAsync(SecretReference reference, CancellationToken cancel = default)
    {
        var text = reference switch
        {
            SecretReference.InFile file => await ReadFileAsync(file.Path, cancel),
            SecretReference.InVariable variable => Environment.GetEnvironmentVariable(variable.Name)
                ?? throw new SecretException($"there is no environment variable {variable.Name}. Set it where the desk is started."),
            SecretReference.InVault vault => await vaults.Value.ReadAsync(vault, cancel),
            _ => throw new ArgumentException($"No place is known for {reference}.", nameof(reference)),
        };
        if (SecretReference.IsLeftByPlatform(text))
            throw new SecretException($"{reference} holds a Key Vault reference that the platform has not put a value in place of. The app's configuration page in Azure tells why; "
                + "or give the vault's address itself: https://{vault}.vault.azure.net/secrets/{name}.");
        text = text.TrimEnd('\r', '\n');
        return text.Length > 0 ? text : throw new SecretException($"{reference} is empty.");
    }

    static async Task<string> ReadFileAsync(string path, CancellationToken cancel)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw new SecretException($"{path} is larger than any secret: {MostBytes / 1024} KiB at most.");
            return await File.ReadAllTextAsync(path, cancel);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new SecretException($"{path} cannot be read: {failed.Message}", failed);
        }
    }
}
