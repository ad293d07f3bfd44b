using System.Collections.Immutable;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Reviews;

/// <summary>The review of one claim as its journal tells it.</summary>
/// <param name="Opened">With the reading that stands now.</param>
/// <param name="Decisions">Those that stand, in their order: one, where it is enough; else two, and an editor's where these differ.</param>
/// <param name="Withdrawn">Ids of decisions that were taken back.</param>
/// <param name="Compared">Set once two decisions are final and were held beside each other.</param>
/// <param name="IsReminded">Reviewers (after a disagreement editors) were reminded.</param>
/// <param name="Lease">Who took the claim last; may be over.</param>
/// <param name="Sealed">Set once the record's bytes are fixed.</param>
/// <param name="Outcome">Set once the end is certain, before the article knows of it.</param>
/// <param name="Stalled">Set while work on it has failed and nothing else has happened since.</param>
public sealed record Review(
    ReviewOpened? Opened,
    ImmutableArray<ClaimJudged> Decisions,
    ImmutableHashSet<string> Withdrawn,
    Comparison? Compared,
    bool IsReminded,
    bool IsEscalated,
    Lease? Lease,
    PublicationSealed? Sealed,
    ReviewOutcome? Outcome,
    bool IsArticleTold,
    Stalled? Stalled = null)
{
    /// <summary>Set where nothing is left of the review but that there was one.</summary>
    public ReviewErased? Erased { get; init; }

    /// <summary>Readings that were replaced, by what a decision on them names.</summary>
    public ImmutableDictionary<string, Reading> Earlier { get; init; } = ImmutableDictionary<string, Reading>.Empty;

    /// <summary>Ids of decisions that were made on one of these and do not count.</summary>
    public ImmutableHashSet<string> Lapsed { get; init; } = [];

    /// <summary>What became of its record after it was published, in order; at most the last is still under way.</summary>
    public ImmutableArray<Revision> Revisions { get; init; } = [];

    /// <summary>The correction or retraction that is under way; null where none is.</summary>
    public Revision? Revising => Revisions is [.., { IsArticleTold: false } last] ? last : null;

    /// <summary>How the record that stands now was sealed: the latest of its chain that is published. Null while there is none.</summary>
    public PublicationSealed? Standing => Revisions.LastOrDefault(revision => revision.IsPublished)?.Sealed ?? (Outcome == ReviewOutcome.Published ? Sealed : null);

    /// <summary>The chain of records has ended: nothing follows a retraction.</summary>
    public bool IsRetracted => Revisions is [.., { IsPublished: true, Asked: RecordRetracted }];

    /// <summary>A review that was never opened.</summary>
    public static Review Unknown { get; } = new(null, [], [], null, false, false, null, null, null, false);

    public ReviewStage Stage => this switch
    {
        { Opened: null } => ReviewStage.Unknown,
        { Outcome: not null } => ReviewStage.Closed,
        { Decisions: [] } => ReviewStage.Open,
        { Compared.IsAgreement: true } or { Compared: not null, Decisions.Length: > 2 } => ReviewStage.Decided,
        { Compared: not null } => ReviewStage.Disagreed,
        { NeedsSecond: false } => ReviewStage.Decided,
        { Decisions: [_] } => ReviewStage.SecondNeeded,
        _ => ReviewStage.BothDecided,
    };

    /// <summary>True while the claim waits for somebody to judge it.</summary>
    public bool IsUndecided => Stage is ReviewStage.Open or ReviewStage.SecondNeeded or ReviewStage.Disagreed;

    /// <summary>A decision that stands asks for another reviewer beside it.</summary>
    public bool NeedsSecond => Decisions.Any(decision => decision.SecondFor is { Count: > 0 });

    /// <summary>The decision that the review ends with; null while there is none.</summary>
    public ClaimJudged? Final => Stage is ReviewStage.Decided or ReviewStage.Closed && !Decisions.IsEmpty ? Decisions[^1] : null;

    /// <summary>When the last decision becomes final; null when there is none.</summary>
    public DateTimeOffset? UndoUntil => Decisions.IsEmpty ? null : UndoUntilOf(Decisions[^1]);

    public DateTimeOffset UndoUntilOf(ClaimJudged decision) => decision.At + Opened!.Rules.UndoWindow;

    public DateTimeOffset UndoUntilOf(RecordRevised revision) => revision.At + Opened!.Rules.UndoWindow;

    public static Review Fold(IEnumerable<ReviewEvent> history) => history.Aggregate(Unknown, Apply);

    /// <summary>Total: a late or repeated event changes nothing.</summary>
    public static Review Apply(Review review, ReviewEvent happened) => happened switch
    {
        ReviewStalled stalled => review with { Stalled = Stalled.Noted(review.Stalled, stalled.At, stalled.RetryAt, stalled.Reason) },
        _ when review.Stalled is null => Change(review, happened),
        _ => Change(review, happened) with { Stalled = null },
    };

    /// <summary>Whether this person's decision is the next one the review waits for. Whether their role is enough is for the door to ask.</summary>
    public bool Takes(string reviewer) => IsUndecided && Decisions.All(decision => decision.By != reviewer);

    static Review Change(Review review, ReviewEvent happened) => (review, happened) switch
    {
        ({ Opened: null, Erased: null }, ReviewErased erased) => review with { Erased = erased, Outcome = erased.Outcome, IsArticleTold = true },
        ({ Opened: null, Erased: null }, ReviewOpened opened) => review with { Opened = opened },
        ({ IsUndecided: true }, ClaimJudged decision) when review.Takes(decision.By) && !review.Withdrawn.Contains(decision.Id) && !review.Lapsed.Contains(decision.Id) =>
            review with { Decisions = review.Decisions.Add(decision), Lease = review.Lease?.By == decision.By ? null : review.Lease },
        ({ Sealed: null, Outcome: null }, DecisionWithdrawn taken) when review.Withdrawable(taken.Decision) is { } decision =>
            review with { Decisions = review.Decisions.Remove(decision), Withdrawn = review.Withdrawn.Add(decision.Id) },
        ({ Stage: ReviewStage.SecondNeeded }, DecisionLapsed lapsed) when review.Withdrawable(lapsed.Decision) is { } decision =>
            review with { Decisions = review.Decisions.Remove(decision), Lapsed = review.Lapsed.Add(decision.Id) },
        ({ Stage: ReviewStage.Open, Opened: { } opened }, ReadingReplaced read) when read.Shown != opened.Shown => review with
        {
            Opened = opened with { Reading = read.Reading, Extractor = read.Extractor, Shown = read.Shown },
            Earlier = review.Earlier.SetItem(opened.Shown, opened.Reading),
        },
        ({ IsUndecided: true }, ClaimLeased leased) => review with { Lease = new(leased.By, leased.Until) },
        (_, LeaseEnded ended) when review.Lease?.By == ended.By => review with { Lease = null },
        ({ IsUndecided: true }, ReviewReminded) => review with { IsReminded = true },
        ({ IsUndecided: true }, ReviewEscalated) => review with { IsEscalated = true },
        ({ IsUndecided: true }, ReviewExpired) => review with { Outcome = ReviewOutcome.Expired },
        ({ Stage: ReviewStage.BothDecided }, ReviewersAgreed agreed) => review with { Compared = new(agreed.At, []) },
        ({ Stage: ReviewStage.BothDecided }, ReviewersDisagreed differ) =>
            review with { Compared = new(differ.At, differ.Fields), IsReminded = false, IsEscalated = false, Lease = null },
        ({ Final: ClaimApproved or ClaimCorrected, Sealed: null, Outcome: null }, PublicationSealed fixedNow) => review with { Sealed = fixedNow },
        ({ Sealed: not null, Outcome: null }, RecordPublished) => review with { Outcome = ReviewOutcome.Published },
        ({ Final: ClaimRejected, Outcome: null }, RejectionSealed) => review with { Outcome = ReviewOutcome.Rejected },
        ({ Outcome: not null, IsArticleTold: false }, ArticleTold) => review with { IsArticleTold = true },
        _ => Revision.Apply(review, happened),
    };

    /// <summary>A decision that can be taken back: once two were compared, only the editor's.</summary>
    internal ClaimJudged? Withdrawable(string decisionId) => Decisions.Skip(Compared is null ? 0 : 2).FirstOrDefault(decision => decision.Id == decisionId);

    /// <summary>Pure: no clock, no I/O.</summary>
    public static Step Next(Review review, DateTimeOffset now) => review switch
    {
        { Opened: null, Erased: null } => new Step.Finished("unknown"),
        { IsArticleTold: true, Revising: null, Outcome: { } outcome } => new Step.Finished(outcome.ToCamelCase()),
        { Stalled.RetryAt: var retry } when now < retry => new Step.Wait(retry),
        { Revising: { } revision } => Revision.Next(revision, review.UndoUntilOf(revision.Asked), now),
        { Outcome: not null } => new Step.Do(new TellArticle()),
        { Sealed: not null } => new Step.Do(new PublishRecord()),
        { IsUndecided: true } => Deadlines.Next(review, now),
        { UndoUntil: { } until } when now < until => new Step.Wait(until),
        { Stage: ReviewStage.BothDecided } => new Step.Do(new CompareDecisions()),
        { Final: ClaimRejected } => new Step.Do(new SealRejection()),
        _ => new Step.Do(new SealPublication()),
    };
}
