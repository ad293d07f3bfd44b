using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Verify.Workflow.Log.Notes;

/// <summary>A text and its signatures (c2sp.org/signed-note).</summary>
public sealed class SignedNote
{
    const string SignatureStart = "— ";
    const string Between = "\n\n";
    const int MostBytes = 64 * 1024;
    const int MostSignatures = 64;

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly ImmutableArray<NoteSignature> signatures;

    SignedNote(string text, ImmutableArray<NoteSignature> signatures) => (Text, this.signatures) = (text, signatures);

    /// <summary>Ends with a newline. Means nothing before a signature of a known key was verified.</summary>
    public string Text { get; }

    /// <summary>The names that signatures claim, for a message.</summary>
    public IEnumerable<string> Signers => signatures.Select(signature => $"{signature.Name}+{Convert.ToHexStringLower(signature.Id)}");

    public static byte[] Sign(string text, LogSigner signer)
    {
        var signature = Convert.ToBase64String([.. signer.Verifier.Id, .. signer.Sign(Utf8.GetBytes(text))]);
        return Utf8.GetBytes($"{text}\n{SignatureStart}{signer.Origin} {signature}\n");
    }

    /// <summary>Whether the key signed it: at least one signature is of this key, and each that says so is.</summary>
    public bool IsSignedBy(VerifierKey key)
    {
        var text = Utf8.GetBytes(Text);
        var own = signatures.Where(signature => signature.Name == key.Name && signature.Id.AsSpan().SequenceEqual(key.Id)).ToList();
        return own.Count > 0 && own.TrueForAll(signature => key.Verifies(text, signature.Bytes));
    }

    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note)
    {
        note = null;
        // The text ends at the last empty line; what stands behind it are signatures, at least one.
        if (bytes.Length > MostBytes || !TryDecode(bytes, out var whole) || whole.Any(letter => letter < ' ' && letter != '\n')) return false;
        var end = whole.LastIndexOf(Between, StringComparison.Ordinal);
        if (end < 0 || end + Between.Length == whole.Length || whole[^1] != '\n') return false;
        var signatures = ImmutableArray.CreateBuilder<NoteSignature>();
        foreach (var line in whole[(end + Between.Length)..^1].Split('\n'))
        {
            if (signatures.Count == MostSignatures || !TryParseSignature(line, out var signature)) return false;
            signatures.Add(signature);
        }
        note = new(whole[..(end + 1)], signatures.ToImmutable());
        return true;
    }

    static bool TryDecode(ReadOnlySpan<byte> bytes, out string text)
    {
        try
        {
            text = Utf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    static bool TryParseSignature(string line, [NotNullWhen(true)] out NoteSignature? signature)
    {
        signature = null;
        if (!line.StartsWith(SignatureStart, StringComparison.Ordinal) || line[SignatureStart.Length..].Split(' ') is not [var name, var encoded]) return false;
        var bytes = new byte[encoded.Length];
        if (!VerifierKey.IsName(name) || !Convert.TryFromBase64String(encoded, bytes, out var length) || length < 5 || Convert.ToBase64String(bytes, 0, length) != encoded) return false;
        signature = new(name, bytes[..4], bytes[4..length]);
        return true;
    }

    sealed record NoteSignature(string Name, byte[] Id, byte[] Bytes);
}
