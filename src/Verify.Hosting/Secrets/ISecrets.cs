namespace Verify.Hosting.Secrets;

/// <summary>Reads secrets from where they are kept.</summary>
public interface ISecrets
{
    /// <exception cref="SecretException">It cannot be read.</exception>
    Task<string> ReadAsync(SecretReference reference, CancellationToken cancel = default);
}

/// <summary>A secret cannot be read. The message stands behind the name of the setting, names the place and the way out, and never the secret.</summary>
public sealed class SecretException(string message, Exception? inner = null) : Exception(message, inner);
