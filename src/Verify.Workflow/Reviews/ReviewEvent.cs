using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Workflow.Journal;

namespace Verify.Workflow.Reviews;

/// <summary>Something that happened to the review of one claim. A name once written is never changed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ReviewOpened), "reviewOpened")]
[JsonDerivedType(typeof(ClaimApproved), "claimApproved")]
[JsonDerivedType(typeof(ClaimCorrected), "claimCorrected")]
[JsonDerivedType(typeof(ClaimRejected), "claimRejected")]
[JsonDerivedType(typeof(DecisionWithdrawn), "decisionWithdrawn")]
[JsonDerivedType(typeof(ReviewEscalated), "reviewEscalated")]
[JsonDerivedType(typeof(ReviewExpired), "reviewExpired")]
[JsonDerivedType(typeof(PublicationSealed), "publicationSealed")]
[JsonDerivedType(typeof(RecordPublished), "recordPublished")]
[JsonDerivedType(typeof(RejectionSealed), "rejectionSealed")]
[JsonDerivedType(typeof(ArticleTold), "articleTold")]
[JsonDerivedType(typeof(ReviewStalled), "reviewStalled")]
[JsonDerivedType(typeof(ReviewRetried), "reviewRetried")]
[JsonDerivedType(typeof(ReviewReminded), "reviewReminded")]
[JsonDerivedType(typeof(ReviewersAgreed), "reviewersAgreed")]
[JsonDerivedType(typeof(ReviewersDisagreed), "reviewersDisagreed")]
[JsonDerivedType(typeof(ClaimLeased), "claimLeased")]
[JsonDerivedType(typeof(LeaseEnded), "leaseEnded")]
[JsonDerivedType(typeof(ReviewErased), "reviewErased")]
[JsonDerivedType(typeof(DecisionLapsed), "decisionLapsed")]
[JsonDerivedType(typeof(ReadingReplaced), "readingReplaced")]
[JsonDerivedType(typeof(RecordCorrected), "recordCorrected")]
[JsonDerivedType(typeof(RecordRetracted), "recordRetracted")]
public abstract record ReviewEvent(string Id, DateTimeOffset At) : IEvent;

/// <summary>The claim waits for a reviewer. Holds all that a record needs, so that the journal alone makes it.</summary>
/// <param name="Shown">What a decision must name: the hash of what is shown to the reviewer.</param>
public sealed record ReviewOpened(
    string Id, DateTimeOffset At, ClaimId Claim, ArticleReference Article, string Extractor, Reading Reading, string Shown, ReviewRules Rules)
    : ReviewEvent(Id, At);

/// <summary>A reviewer judged the claim. The event's id is the decision's.</summary>
/// <param name="By">The reviewer's pseudonym.</param>
/// <param name="Shown">What the reviewer was shown.</param>
public abstract record ClaimJudged(string Id, DateTimeOffset At, string By, string Shown, string? Note) : ReviewEvent(Id, At)
{
    /// <summary>Why another reviewer must judge too, as it stood when this one did; null, and not written, where one is enough.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<SecondReason>? SecondFor { get; init; }
}

/// <param name="AsRead">Which of two readings was meant: see <see cref="Approve"/>. Not written where no figure has two.</param>
public sealed record ClaimApproved(
    string Id, DateTimeOffset At, string By, string Shown, Verdict Verdict, ImmutableArray<Evidence> Evidence, string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? AsRead = null)
    : ClaimJudged(Id, At, By, Shown, Note);

/// <param name="AsRead">As of <see cref="ClaimApproved"/>.</param>
public sealed record ClaimCorrected(
    string Id, DateTimeOffset At, string By, string Shown, Correction Correction, Verdict Verdict, ImmutableArray<Evidence> Evidence, string? Note,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<int>? AsRead = null)
    : ClaimJudged(Id, At, By, Shown, Note);

public sealed record ClaimRejected(string Id, DateTimeOffset At, string By, string Shown, RejectionReason Reason, string? Note)
    : ClaimJudged(Id, At, By, Shown, Note);

/// <summary>The reviewer took the decision back in time, or an editor what became of a record.</summary>
public sealed record DecisionWithdrawn(string Id, DateTimeOffset At, string Decision, string By) : ReviewEvent(Id, At);

/// <summary>The claim has waited for a while: reviewers are reminded.</summary>
public sealed record ReviewReminded(string Id, DateTimeOffset At) : ReviewEvent(Id, At);

/// <summary>Nobody decided in time: the claim goes to the head of the queue.</summary>
public sealed record ReviewEscalated(string Id, DateTimeOffset At) : ReviewEvent(Id, At);

/// <summary>Nobody decided at all: the claim leaves the queue unverified.</summary>
public sealed record ReviewExpired(string Id, DateTimeOffset At) : ReviewEvent(Id, At);

/// <summary>Two reviewers judged apart from each other and say the same; neither can take it back.</summary>
public sealed record ReviewersAgreed(string Id, DateTimeOffset At) : ReviewEvent(Id, At);

/// <summary>Two reviewers judged apart from each other and differ: an editor decides.</summary>
/// <param name="Fields">In what, as JSON pointers into a decision's outcome: <c>/judgement</c>, <c>/verdict</c>, <c>/figures/0/value</c>, <c>/speaker</c> …</param>
public sealed record ReviewersDisagreed(string Id, DateTimeOffset At, ImmutableArray<string> Fields) : ReviewEvent(Id, At);

/// <summary>Somebody works on the claim until a time, or until it is decided or given back.</summary>
/// <param name="By">A pseudonym.</param>
/// <param name="Note">Why it was taken over; null, and not written, where nobody held it.</param>
/// <param name="From">Whom it was taken over from; null, and not written, where nobody held it.</param>
public sealed record ClaimLeased(
    string Id, DateTimeOffset At, string By, DateTimeOffset Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? From = null) : ReviewEvent(Id, At);

/// <summary>Who worked on the claim gave it back undecided.</summary>
public sealed record LeaseEnded(string Id, DateTimeOffset At, string By) : ReviewEvent(Id, At)
{
    internal const string Name = "leaseEnded";
}

/// <summary>A first decision of two does not count any more: it was made on a reading that is replaced. Stands before that, in one append with it.</summary>
/// <param name="By">Who had made it.</param>
public sealed record DecisionLapsed(string Id, DateTimeOffset At, string Decision, string By) : ReviewEvent(Id, At);

/// <summary>A later version reads the claim otherwise, and nobody has judged it yet.</summary>
/// <param name="By">The pseudonym of who had it read again.</param>
/// <param name="Shown">What a decision must name from here on.</param>
public sealed record ReadingReplaced(string Id, DateTimeOffset At, string By, string Extractor, Reading Reading, string Shown) : ReviewEvent(Id, At);

/// <summary>The claim's article was erased. Stands alone in its journal: what was there before held words of the article.</summary>
/// <param name="Outcome">How the review had ended, or that it ended by this.</param>
public sealed record ReviewErased(string Id, DateTimeOffset At, ClaimId Claim, ReviewOutcome Outcome) : ReviewEvent(Id, At);

/// <summary>The record's bytes are fixed from here on; a decision can no longer be taken back.</summary>
/// <param name="RecordId">SHA-256 of the record's bytes, which name this event's time.</param>
public sealed record PublicationSealed(string Id, DateTimeOffset At, string RecordId) : ReviewEvent(Id, At);

/// <summary>The record is in the store.</summary>
public sealed record RecordPublished(string Id, DateTimeOffset At, string RecordId) : ReviewEvent(Id, At)
{
    internal const string FirstId = "recordPublished";

    /// <summary>The first record of the claim, which takes no other's place.</summary>
    internal bool IsFirst => Id == FirstId;
}

/// <summary>The rejection can no longer be taken back.</summary>
public sealed record RejectionSealed(string Id, DateTimeOffset At) : ReviewEvent(Id, At);

/// <summary>The article's journal knows how this review ended.</summary>
public sealed record ArticleTold(string Id, DateTimeOffset At) : ReviewEvent(Id, At);

/// <summary>Work on the review failed in every try.</summary>
/// <param name="RetryAt">When it is tried again, unless something happens before.</param>
public sealed record ReviewStalled(string Id, DateTimeOffset At, string Reason, DateTimeOffset RetryAt) : ReviewEvent(Id, At);

/// <summary>Somebody mended what stalled the review.</summary>
/// <param name="By">A pseudonym.</param>
public sealed record ReviewRetried(string Id, DateTimeOffset At, string By) : ReviewEvent(Id, At);

/// <summary>What a review keeps of its article.</summary>
public sealed record ArticleReference(
    ArticleId Id, string Language, string? Title, ImmutableArray<string> Authors, string? Publisher, string? Published, string? Url);
