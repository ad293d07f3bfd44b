using System.Collections.Immutable;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Rebuilding;

/// <summary>That a reviewer was compared with another one, as a journal tells it.</summary>
sealed record ToldComparison(string Reviewer, Compared Compared, DateTimeOffset At)
{
    public static IEnumerable<ToldComparison> In(ClaimId claim, ImmutableArray<ReviewEvent> events)
    {
        var review = Review.Fold(events);
        return review.Compared is { } compared
            ? review.Decisions.Take(2).Select(decision => new ToldComparison(decision.By, new(claim, compared.IsAgreement), compared.At))
            : [];
    }

    /// <summary>A comparison is noted of both reviewers first, and told by the journal last.</summary>
    public static bool MayBeUnderWay(string reviewer, ImmutableArray<ReviewEvent> events) =>
        Review.Fold(events) is { Stage: ReviewStage.BothDecided } review && review.Decisions.Any(decision => decision.By == reviewer);
}
