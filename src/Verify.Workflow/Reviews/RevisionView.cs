using System.Text.Json.Serialization;

namespace Verify.Workflow.Reviews;

/// <summary>A correction or retraction as doors show it.</summary>
/// <param name="Id">What it is taken back by.</param>
/// <param name="Record">The record that it is about.</param>
/// <param name="By">The editor's pseudonym.</param>
/// <param name="Judgement">The claim judged anew; not written of a retraction.</param>
/// <param name="NewRecord">The record that takes the other's place; null while it can be taken back.</param>
/// <param name="UndoUntil">Until when that is; null once it cannot.</param>
public sealed record RevisionView(
    string Id, RevisionKind Kind, string Record, DateTimeOffset At, string By, string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Judgement? Judgement, string? NewRecord, DateTimeOffset? UndoUntil)
{
    internal static RevisionView Of(Review review, Revision revision) => new(
        revision.Asked.Id, revision.Asked.Kind, revision.Asked.Record, revision.Asked.At, revision.Asked.By, revision.Asked.Reason, AsJudgement(revision.Asked),
        revision.Sealed?.RecordId, revision.Sealed is null ? review.UndoUntilOf(revision.Asked) : null);

    static Judgement? AsJudgement(RecordRevised asked) => asked switch
    {
        RecordCorrected { Correction: { } correction } corrected => new Correct(correction, corrected.Verdict, corrected.Evidence, corrected.Note, corrected.AsRead),
        RecordCorrected corrected => new Approve(corrected.Verdict, corrected.Evidence, corrected.Note, corrected.AsRead),
        _ => null,
    };
}
