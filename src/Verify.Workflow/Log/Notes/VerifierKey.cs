using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using NSec.Cryptography;

namespace Verify.Workflow.Log.Notes;

/// <summary>The public half of a key that signs notes, under its name: <c>name+hash+base64</c> (c2sp.org/signed-note). Safe to publish.</summary>
public sealed class VerifierKey
{
    const byte Ed25519Type = 1;
    const int IdBytes = 4;

    readonly PublicKey key;

    internal VerifierKey(string name, PublicKey key)
    {
        (Name, this.key) = (name, key);
        var encoded = key.Export(KeyBlobFormat.RawPublicKey);
        Encoded = Convert.ToBase64String([Ed25519Type, .. encoded]);
        Id = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. encoded])[..IdBytes];
    }

    public string Name { get; }

    /// <summary>Four bytes that tell keys of one name apart. No proof of anything.</summary>
    internal byte[] Id { get; }

    string Encoded { get; }

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(Id)}+{Encoded}";

    public bool Verifies(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        signature.Length == SignatureAlgorithm.Ed25519.SignatureSize && SignatureAlgorithm.Ed25519.Verify(key, text, signature);

    /// <summary>Whether a name can stand in a note: neither empty nor with spaces or a plus.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '+');

    public static bool TryParse(string text, [NotNullWhen(true)] out VerifierKey? verifier)
    {
        verifier = null;
        if (text.Trim().Split('+', 3) is not [var name, var id, var encoded] || !IsName(name)) return false;
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length) || length == 0 || bytes[0] != Ed25519Type) return false;
        if (!PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes.AsSpan(1..length), KeyBlobFormat.RawPublicKey, out var key) || key is null) return false;
        verifier = new(name, key);
        if (verifier.ToString() == $"{name}+{id}+{encoded}") return true;
        verifier = null;
        return false;
    }
}
