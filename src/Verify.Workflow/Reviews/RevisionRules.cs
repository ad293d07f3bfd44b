using System.Collections.Immutable;
using System.Text.Json;
using Verify.Workflow.Erasing;
using Verify.Workflow.Records;

namespace Verify.Workflow.Reviews;

/// <summary>Which corrections and retractions a published record takes: one defined answer for each that is late, repeated, contradictory, forged or not allowed.</summary>
static class RevisionRules
{
    /// <summary>The one of this id, where it stands.</summary>
    public static RecordRevised? Made(Review review, ReviseRecord asked) => review.Revisions.FirstOrDefault(revision => revision.Asked.Id == asked.RevisionId)?.Asked;

    /// <summary>Null when it is taken, or was taken before and is only repeated.</summary>
    public static Refusal? Refuse(Review review, ImmutableArray<ReviewEvent> events, ReviseRecord asked, DateTimeOffset now)
    {
        if (!asked.By.MayRevise)
            return new(RefusalKind.Forbidden, "roleMayNotRevise", $"A {asked.By.Role.ToCamelCase()} may not correct or retract what was published. Ask an editor.");
        if (review.Opened is null)
            return ErasedArticles.NoClaim(review, asked.Claim);
        if (!DecisionRules.IsDecisionId(asked.RevisionId))
            return new(RefusalKind.Invalid, "revisionIdInvalid", "The id of a correction or retraction has 8 to 64 letters, digits and hyphens, and is none that the desk gives itself, as \"compared\"; a UUID does.", "/id");
        if (Made(review, asked) is { } made)
            return IsSame(made, asked) ? null : Conflict("revisionIdUsed", $"{asked.RevisionId} was sent before and says something else. Use a new id.");
        if (review.Withdrawn.Contains(asked.RevisionId))
            return Conflict("revisionWithdrawn", $"{asked.RevisionId} was taken back. Use a new id.");
        if (events.Any(happened => happened.Id == asked.RevisionId))
            return Conflict("revisionIdUsed", $"{asked.RevisionId} names something else in the history of this claim. Use a new id.");
        return RefuseRecord() ?? RefuseWords(review, asked);

        Refusal? RefuseRecord()
        {
            if (review.Standing is not { } standing)
                return Conflict("notPublished", "The record of this claim is not published yet. Wait until it is.");
            if (asked.Record != standing.RecordId)
                return IsOfChain(review, asked.Record)
                    ? new(RefusalKind.Stale, "recordSuperseded",
                        $"Record {asked.Record} is not the latest of its chain: {standing.RecordId} took its place ({RecordStore.NameOf(standing.At, standing.RecordId)}). Look at GET /api/records/{standing.RecordId} and decide on that.",
                        Current: ClaimView.Of(review, asked.By.Id, now))
                    : Conflict("recordUnknown", $"No journal tells of the publication of record {asked.Record}: somebody put it among the records. verify log check names it.");
            if (review.IsRetracted)
                return Conflict("recordRetracted", $"Record {asked.Record} is a retraction. Nothing follows it.");
            return review is { Revising: null, IsArticleTold: true }
                ? null
                : Conflict("revisionUnderWay", review.Revising is { } other
                    ? $"{other.Asked.By} has said something else of this record ({other.Asked.Kind.ToCamelCase()} {other.Asked.Id}). Wait until it is published, and look at what it states."
                    : "The record is being published just now. Try again.");
        }

        Refusal Conflict(string code, string message) => new(RefusalKind.Conflict, code, message, Current: ClaimView.Of(review, asked.By.Id, now));
    }

    static Refusal? RefuseWords(Review review, ReviseRecord asked)
    {
        if (PlainText.IsBlank(asked.Reason))
            return new(RefusalKind.Invalid, "reasonMissing", "Say why: the reason is published with the record.", "/reason");
        if (JudgementRules.Reason(asked.Reason) is { } wrong) return wrong;
        if (asked.Judgement is null) return null;
        if (asked.Judgement is Reject)
            return new(RefusalKind.Invalid, "correctionRejects", "A correction approves or corrects the claim. A record that should not be there is retracted: POST …/retractions.", "/judgement");
        if (JudgementRules.Refuse(review.Opened!.Reading, asked.Judgement) is { } refusal) return refusal;
        return RevisedRecord.IsSame(RevisedRecord.Of(review, asked.AsEvent(default), default).Record, Stated(review).Record)
            ? new(RefusalKind.Invalid, "nothingRevised", "The record says this already. Change a figure, the verdict, evidence or the note; a record that should not be there is retracted.", "")
            : null;
    }

    /// <summary>The record that stands, made again.</summary>
    static RecordBytes Stated(Review review) => review.Revisions is [.., var last]
        ? RevisedRecord.Of(review, last.Asked, last.Sealed!.At)
        : VerifiedRecord.Of(review, review.Sealed!.At);

    static bool IsOfChain(Review review, string record) =>
        review.Sealed?.RecordId == record || review.Revisions.Any(revision => revision.Sealed?.RecordId == record);

    static bool IsSame(RecordRevised made, ReviseRecord asked) =>
        made.By == asked.By.Id && asked is { Reason: not null, Judgement: not Reject } && Written(made) == Written(asked.AsEvent(made.At));

    static string Written(RecordRevised revised) => JsonSerializer.Serialize(revised, WorkflowJson.Stored.ReviewEvent);
}
