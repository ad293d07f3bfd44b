using Verify.Workflow.Journal;

namespace Verify.Workflow.Reviews;

/// <summary>
/// What one person may know of a review. Until two decisions that are needed are both final, each is seen by who made it and by nobody else:
/// everybody else may be the one who judges next.
/// </summary>
static class Visibility
{
    /// <summary>Whether decisions are still hidden from others.</summary>
    public static bool IsApart(Review review) => review.Stage is ReviewStage.SecondNeeded or ReviewStage.BothDecided;

    public static ClaimJudged? Decision(Review review, string viewer) =>
        IsApart(review) ? review.Decisions.FirstOrDefault(decision => decision.By == viewer) : review.Final;

    public static ClaimState StateFor(Review review, string viewer) => review.Stage switch
    {
        ReviewStage.SecondNeeded or ReviewStage.BothDecided when Decision(review, viewer) is not null => ClaimState.AwaitingSecond,
        ReviewStage.SecondNeeded => ClaimState.Open,
        ReviewStage.BothDecided or ReviewStage.Decided => ClaimState.Decided,
        ReviewStage.Disagreed => ClaimState.Disagreed,
        ReviewStage.Closed => review.Outcome switch
        {
            ReviewOutcome.Published => ClaimState.Published,
            ReviewOutcome.Rejected => ClaimState.Rejected,
            _ => ClaimState.Expired,
        },
        _ => ClaimState.Open,
    };

    /// <summary>Whether an event may be told to this person now.</summary>
    public static bool Shows(Review review, ReviewEvent happened, string viewer) => happened switch
    {
        // It would lead whoever judges next as much as one that stands.
        ClaimJudged decision when IsOver(review, decision.Id) => decision.By == viewer,
        DecisionWithdrawn taken when IsOver(review, taken.Decision) => taken.By == viewer,
        DecisionLapsed lapsed when review.Outcome is null => lapsed.By == viewer,
        _ when !IsApart(review) => true,
        ClaimJudged decision => decision.By == viewer,
        DecisionWithdrawn taken => taken.By == viewer,
        _ => true,
    };

    /// <summary>What happened as this person may be told it now. A decision that is hidden ends its maker's work on the claim as giving it back does.</summary>
    public static IEnumerable<ReviewEvent> Told(IEnumerable<ReviewEvent> events, string viewer)
    {
        var history = events.ToArray();
        var (before, now) = (Review.Unknown, Review.Fold(history));
        foreach (var happened in history)
        {
            if (Shows(now, happened, viewer))
                yield return happened;
            else if (happened is ClaimJudged { By: var by, At: var at } && before.Lease is { } lease && lease.By == by && lease.Holds(at))
                yield return new LeaseEnded(EventId.Of(LeaseEnded.Name, happened.Id), at, by);
            before = Review.Apply(before, happened);
        }
    }

    /// <summary>A decision that was taken back or lapsed, while somebody may still have to judge without having seen it.</summary>
    static bool IsOver(Review review, string decision) =>
        review.Outcome is null && (review.Lapsed.Contains(decision) || (review.Compared is null && review.Withdrawn.Contains(decision)));
}
