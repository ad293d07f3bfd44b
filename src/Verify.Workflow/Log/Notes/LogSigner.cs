using NSec.Cryptography;

namespace Verify.Workflow.Log.Notes;

/// <summary>The desk's own key: signs the checkpoints of its log. Who holds its 32 bytes can sign another log in its name.</summary>
public sealed class LogSigner : IDisposable
{
    /// <summary>Bytes of a key: the seed of Ed25519 (RFC 8032).</summary>
    public const int KeyBytes = 32;

    /// <summary>The name of a log that nobody gave one.</summary>
    public const string DefaultOrigin = "verify";

    readonly Key key;

    /// <param name="origin">Names the log in every checkpoint; it never changes.</param>
    /// <param name="secret">32 bytes that never change.</param>
    /// <exception cref="ArgumentException">The name or the bytes are not of that kind.</exception>
    public LogSigner(string origin, ReadOnlySpan<byte> secret)
    {
        if (!VerifierKey.IsName(origin)) throw new ArgumentException($"\"{origin}\" names no log: neither spaces nor a plus, and at least one letter.", nameof(origin));
        if (secret.Length != KeyBytes) throw new ArgumentException(FormattableString.Invariant($"The log's key has {secret.Length} bytes; it has {KeyBytes}."), nameof(secret));
        key = Key.Import(SignatureAlgorithm.Ed25519, secret, KeyBlobFormat.RawPrivateKey);
        Verifier = new(origin, key.PublicKey);
    }

    public string Origin => Verifier.Name;

    public VerifierKey Verifier { get; }

    /// <summary>The same bytes get the same signature.</summary>
    public byte[] Sign(ReadOnlySpan<byte> text) => SignatureAlgorithm.Ed25519.Sign(key, text);

    public void Dispose() => key.Dispose();
}
