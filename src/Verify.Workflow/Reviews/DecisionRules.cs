using System.Text.Json;
using Verify.Workflow.Erasing;

namespace Verify.Workflow.Reviews;

/// <summary>Which decisions a review takes: one defined answer for each that is late, stale, repeated, contradictory or not allowed.</summary>
static class DecisionRules
{
    /// <summary>Null when the decision is taken, or was taken before and is only repeated.</summary>
    public static Refusal? Refuse(Review review, Decide asked, DateTimeOffset now)
    {
        if (!asked.By.MayDecide)
            return new(RefusalKind.Forbidden, "roleMayNotDecide", $"A {asked.By.Role.ToCamelCase()} may not judge claims. Sign in as a reviewer or an editor.");
        if (review.Opened is null)
            return ErasedArticles.NoClaim(review, asked.Claim);
        if (!IsDecisionId(asked.DecisionId))
            return new(RefusalKind.Invalid, "decisionIdInvalid", "A decision id has 8 to 64 letters, digits and hyphens, and is none that the desk gives itself, as \"compared\"; a UUID does.", "/id");
        if (review.Decisions.FirstOrDefault(decision => decision.Id == asked.DecisionId) is { } made)
            return IsSame(made, asked)
                ? null
                : Conflict(review, asked, now, "decisionIdUsed", $"Decision {asked.DecisionId} was made before and says something else. Use a new id for a new decision.");
        if (review.Withdrawn.Contains(asked.DecisionId))
            return Conflict(review, asked, now, "decisionWithdrawn", $"Decision {asked.DecisionId} was taken back. Use a new id for a new decision.");
        if (review.Lapsed.Contains(asked.DecisionId))
            return asked.Shown != review.Opened.Shown
                ? Stale(review, asked, now)
                : Conflict(review, asked, now, "decisionLapsed", $"Decision {asked.DecisionId} was made on an earlier reading and does not count any more. Use a new id for a new decision.");
        if (review.Outcome is { } outcome)
            return Conflict(review, asked, now, "claimClosed", $"The review of this claim has ended: {outcome.ToCamelCase()}.");
        if (Turns.Refuse(review, asked.By) is { } why)
            return Conflict(review, asked, now, why.Code, why.Message);
        if (review.Lease is { } lease && lease.KeepsOut(asked.By.Id, now))
            return Conflict(review, asked, now, "claimLeased", Turns.Leased(lease));
        if (string.IsNullOrEmpty(asked.Shown))
            return new(RefusalKind.ShownMissing, "shownMissing", "Send the claim's ETag as If-Match, so that the decision is about what was shown.");
        if (asked.Shown != review.Opened.Shown) return Stale(review, asked, now);
        return JudgementRules.Refuse(review.Opened.Reading, asked.Judgement);
    }

    /// <summary>With the difference, where what was shown is known: a later version has read the claim since.</summary>
    static Refusal Stale(Review review, Decide asked, DateTimeOffset now) => new(
        RefusalKind.Stale, "claimChanged", $"The decision is about {asked.Shown}; the claim now reads as {review.Opened!.Shown}. Load it again and decide on that.",
        Current: ClaimView.Of(review, asked.By.Id, now),
        Changes: asked.Shown is { } shown && review.Earlier.TryGetValue(shown, out var before) ? ReadingChange.Between(before, review.Opened.Reading) : null);

    static Refusal Conflict(Review review, Decide asked, DateTimeOffset now, string code, string message) =>
        new(RefusalKind.Conflict, code, message, Current: ClaimView.Of(review, asked.By.Id, now));

    public static bool IsDecisionId(string id) =>
        id.Length is >= 8 and <= 64 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && !IsOfTheDesk(id);

    // Events are found by their ids: a decision of such a name would be taken for what the desk itself notes, and nobody told of that.
    static readonly string[] OfDesk =
    [
        "reviewOpened", "reminded", "escalated", "expired", "compared", "rejectionSealed", "publicationSealed", "recordPublished", "articleTold",
        "leased", "leaseEnded", "stalled", "retried", "readingReplaced",
    ];

    static bool IsOfTheDesk(string id) =>
        OfDesk.Any(name => id == name || id.StartsWith($"{name}-", StringComparison.Ordinal))
        || id.EndsWith("-withdrawn", StringComparison.Ordinal) || id.EndsWith("-lapsed", StringComparison.Ordinal);


    // Records that hold immutable arrays do not compare by value; what is written does.
    static bool IsSame(ClaimJudged made, Decide asked) =>
        made.By == asked.By.Id && Written(made) == Written(asked.AsEvent(made.At, made.SecondFor) with { Shown = asked.Shown ?? made.Shown });

    static string Written(ClaimJudged decision) => JsonSerializer.Serialize(decision, WorkflowJson.Stored.ReviewEvent);
}
