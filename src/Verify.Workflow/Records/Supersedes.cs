using Verify.Workflow.Reviews;

namespace Verify.Workflow.Records;

/// <summary>What a record says of the one whose place it takes.</summary>
/// <param name="Record">The id of that one, the latest of its chain until then.</param>
/// <param name="By">The pseudonym of the editor.</param>
/// <param name="At">When the editor said so; the record was sealed once it could not be taken back any more.</param>
public sealed record Supersedes(string Record, RevisionKind Kind, string Reason, string By, DateTimeOffset At)
{
    internal static Supersedes Of(RecordRevised asked) => new(asked.Record, asked.Kind, asked.Reason, asked.By, asked.At);
}
