using Verify.Workflow.Reviews;

namespace Verify.Workflow.Records;

/// <summary>The record that took another's place, told beside that one.</summary>
/// <param name="Record">Its id.</param>
/// <param name="By">The pseudonym of the editor.</param>
public sealed record Successor(string Record, string Reason, string By, DateTimeOffset At)
{
    static Successor Of(RecordBytes later) => new(later.Id, later.Record.Supersedes!.Reason, later.Record.Supersedes.By, later.Record.Supersedes.At);

    /// <summary>The correction that came next; null where none did.</summary>
    internal static Successor? CorrectionOf(RecordBytes record) =>
        record.Later is [{ Record.Supersedes.Kind: RevisionKind.Correction } next, ..] ? Of(next) : null;

    /// <summary>The retraction that the chain ended with: it takes back every record before it. Null where there is none.</summary>
    internal static Successor? RetractionOf(RecordBytes record) =>
        record.Later is [.., { Record.Supersedes.Kind: RevisionKind.Retraction } last] ? Of(last) : null;
}
