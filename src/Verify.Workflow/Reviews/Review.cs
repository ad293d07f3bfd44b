using System.Collections.Immutable;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Reviews;

/// <summary>The review of one claim as its journal tells it.</summary>
/// <param name="Decision">The decision that stands; null when there is none or it was withdrawn.</param>
/// <param name="Withdrawn">Ids of decisions that were taken back.</param>
/// <param name="Sealed">Set once the record's bytes are fixed.</param>
/// <param name="Outcome">Set once the end is certain, before the article knows of it.</param>
/// <param name="Stalled">Set while work on it has failed and nothing else has happened since.</param>
public sealed record Review(
    ReviewOpened? Opened,
    ClaimJudged? Decision,
    ImmutableHashSet<string> Withdrawn,
    bool IsEscalated,
    PublicationSealed? Sealed,
    ReviewOutcome? Outcome,
    bool IsArticleTold,
    Stalled? Stalled = null)
{
    /// <summary>A review that was never opened.</summary>
    public static Review Unknown { get; } = new(null, null, [], false, null, null, false);

    /// <summary>True while a reviewer may decide.</summary>
    public bool IsOpen => this is { Opened: not null, Decision: null, Outcome: null };

    /// <summary>When the decision that stands becomes final; null when there is none.</summary>
    public DateTimeOffset? UndoUntil => Decision is { } decision ? decision.At + Opened!.Rules.UndoWindow : null;

    public DateTimeOffset EscalatesAt => Opened!.At + Opened.Rules.EscalateAfter;

    public DateTimeOffset ExpiresAt => Opened!.At + Opened.Rules.ExpireAfter;

    public static Review Fold(IEnumerable<ReviewEvent> history) => history.Aggregate(Unknown, Apply);

    /// <summary>Total: a late or repeated event changes nothing.</summary>
    public static Review Apply(Review review, ReviewEvent happened) => happened switch
    {
        ReviewStalled stalled => review with { Stalled = Stalled.Noted(review.Stalled, stalled.At, stalled.RetryAt, stalled.Reason) },
        _ when review.Stalled is null => Change(review, happened),
        _ => Change(review, happened) with { Stalled = null },
    };

    static Review Change(Review review, ReviewEvent happened) => (review, happened) switch
    {
        ({ Opened: null }, ReviewOpened opened) => review with { Opened = opened },
        ({ IsOpen: true }, ClaimJudged decision) when !review.Withdrawn.Contains(decision.Id) => review with { Decision = decision },
        ({ Decision: { } decision, Sealed: null, Outcome: null }, DecisionWithdrawn taken) when taken.Decision == decision.Id =>
            review with { Decision = null, Withdrawn = review.Withdrawn.Add(decision.Id) },
        ({ IsOpen: true }, ReviewEscalated) => review with { IsEscalated = true },
        ({ IsOpen: true }, ReviewExpired) => review with { Outcome = ReviewOutcome.Expired },
        ({ Decision: ClaimApproved or ClaimCorrected, Sealed: null }, PublicationSealed fixedNow) => review with { Sealed = fixedNow },
        ({ Sealed: not null, Outcome: null }, RecordPublished) => review with { Outcome = ReviewOutcome.Published },
        ({ Decision: ClaimRejected, Outcome: null }, RejectionSealed) => review with { Outcome = ReviewOutcome.Rejected },
        ({ Outcome: not null }, ArticleTold) => review with { IsArticleTold = true },
        _ => review,
    };

    /// <summary>Pure: no clock, no I/O.</summary>
    public static Step Next(Review review, DateTimeOffset now) => review switch
    {
        { Opened: null } => new Step.Finished("unknown"),
        { IsArticleTold: true, Outcome: { } outcome } => new Step.Finished(outcome.ToCamelCase()),
        { Stalled.RetryAt: var retry } when now < retry => new Step.Wait(retry),
        { Outcome: not null } => new Step.Do(new TellArticle()),
        { Sealed: not null } => new Step.Do(new PublishRecord()),
        { UndoUntil: { } until } when now < until => new Step.Wait(until),
        { Decision: ClaimRejected } => new Step.Do(new SealRejection()),
        { Decision: not null } => new Step.Do(new SealPublication()),
        _ when now >= review.ExpiresAt => new Step.Do(new ExpireReview()),
        { IsEscalated: false } when now >= review.EscalatesAt => new Step.Do(new EscalateReview()),
        { IsEscalated: false } => new Step.Wait(review.EscalatesAt),
        _ => new Step.Wait(review.ExpiresAt),
    };
}

public sealed record EscalateReview : Work;

public sealed record ExpireReview : Work;

/// <summary>Fix the record's bytes and name.</summary>
public sealed record SealPublication : Work;

/// <summary>Create the record that was sealed.</summary>
public sealed record PublishRecord : Work
{
    public override bool ShowsInStore => true;
}

public sealed record SealRejection : Work;

/// <summary>Write into the article's journal how this review ended, and that the article is finished where it was the last.</summary>
public sealed record TellArticle : Work;
