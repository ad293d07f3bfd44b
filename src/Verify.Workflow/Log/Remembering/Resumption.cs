using System.Globalization;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Remembering;

/// <summary>
/// The desk's signed word that its log goes on from less than it had signed before, because somebody decided so. Whoever holds one of the
/// checkpoints that were left behind is told by it what became of them.
/// </summary>
/// <param name="From">What the log goes on from.</param>
/// <param name="Left">The newest that had been signed.</param>
/// <param name="Reason">On one line.</param>
public sealed record Resumption(Checkpoint From, Checkpoint Left, string By, DateTimeOffset At, string Reason)
{
    // Neither an origin nor a size stands on these lines: no checkpoint can be mistaken for it, nor it for one.
    const string Word = " resumed";

    /// <summary>Why a text cannot be a reason, to stand behind its name; null where it can.</summary>
    public static string? WhyNoReason(string text) =>
        OperatorReason.Refuse(text) is null && !text.Any(char.IsControl) ? null : "is text on one line, 500 characters at most.";

    public byte[] Sign(LogSigner signer) =>
        SignedNote.Sign(string.Create(CultureInfo.InvariantCulture, $"{From.Origin}{Word}\nfrom {Said(From)}\nleft {Said(Left)}\nby {By}\nat {At.UtcDateTime:O}\n{Reason}\n"), signer);

    /// <returns>What it says; or why it is none, to stand behind its name.</returns>
    public static (Resumption? Resumption, string? WhyNot) Read(ReadOnlySpan<byte> bytes, VerifierKey key)
    {
        if (!SignedNote.TryParse(bytes, out var note) || !note.IsSignedBy(key)) return (null, "is not signed by the key of this log: somebody put it there, or changed it.");
        return note.Text.Split('\n') is [var origin, var from, var left, var by, var at, var reason, ""]
            && origin == key.Name + Word && Parse(from, "from ", key) is { } parsedFrom && Parse(left, "left ", key) is { } parsedLeft
            && by.StartsWith("by ", StringComparison.Ordinal) && at.StartsWith("at ", StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(at["at ".Length..], "O", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? (new(parsedFrom, parsedLeft, by["by ".Length..], time, reason), null)
            : (null, "is signed, and does not say from where the log went on.");
    }

    static string Said(Checkpoint checkpoint) => string.Create(CultureInfo.InvariantCulture, $"{checkpoint.Size} {checkpoint.Root.ToBase64()}");

    static Checkpoint? Parse(string line, string start, VerifierKey key) =>
        line.StartsWith(start, StringComparison.Ordinal) && line[start.Length..].Split(' ') is [var size, var root]
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var records) && TreeHash.TryParseBase64(root, out var hash) ? new(key.Name, records, hash) : null;
}
