using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Notes;

/// <summary>What the desk signs: so many records, and the root over all of them (c2sp.org/tlog-checkpoint).</summary>
/// <param name="Origin">Names the log.</param>
public sealed record Checkpoint(string Origin, long Size, TreeHash Root)
{
    public byte[] Sign(LogSigner signer) => SignedNote.Sign(string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root.ToBase64()}\n"), signer);

    /// <summary>What a note says, whoever signed it.</summary>
    public static bool TryParse(SignedNote note, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        var lines = note.Text.Split('\n');
        if (lines.Length < 4 || lines[..^1].Any(line => line.Length == 0) || !TryParseSize(lines[1], out var size) || !TreeHash.TryParseBase64(lines[2], out var root)) return false;
        checkpoint = new(lines[0], size, root);
        return true;
    }

    /// <summary>Reads a checkpoint of the log whose key this is.</summary>
    /// <returns>The checkpoint; or why it is none, to stand behind its name.</returns>
    public static (Checkpoint? Checkpoint, string? WhyNot) Read(ReadOnlySpan<byte> bytes, VerifierKey key)
    {
        if (!SignedNote.TryParse(bytes, out var note)) return (null, "is no signed note.");
        if (!note.IsSignedBy(key))
            return (null, $"is not signed by the key {KeyName(key)}; it says it is by {string.Join(", ", note.Signers)}. Either that is not the key of this log, or somebody else wrote this.");
        if (!TryParse(note, out var checkpoint)) return (null, "is signed, and no checkpoint: it does not say origin, size and root.");
        return checkpoint.Origin == key.Name ? (checkpoint, null) : (null, $"is of the log \"{checkpoint.Origin}\", and the key is of \"{key.Name}\".");
    }

    static string KeyName(VerifierKey key) => $"{key.Name}+{Convert.ToHexStringLower(key.Id)}";

    static bool TryParseSize(string text, out long size) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size.ToString(CultureInfo.InvariantCulture) == text;
}
