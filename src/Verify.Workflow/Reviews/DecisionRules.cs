using System.Text.Json;

namespace Verify.Workflow.Reviews;

/// <summary>Which decisions a review takes: one defined answer for each that is late, stale, repeated, contradictory or not allowed.</summary>
static class DecisionRules
{
    /// <summary>Null when the decision is taken, or was taken before and is only repeated.</summary>
    public static Refusal? Refuse(Review review, Decide asked)
    {
        if (!asked.By.MayDecide)
            return new(RefusalKind.Forbidden, "roleMayNotDecide", $"A {asked.By.Role.ToCamelCase()} may not judge claims. Sign in as a reviewer or an editor.");
        if (review.Opened is null)
            return new(RefusalKind.NotFound, "claimNotFound", $"There is no claim {asked.Claim}. GET /api/claims lists those that wait.");
        if (!IsDecisionId(asked.DecisionId))
            return new(RefusalKind.Invalid, "decisionIdInvalid", "A decision id has 8 to 64 letters, digits and hyphens; a UUID does.", "/id");
        if (review.Decision?.Id == asked.DecisionId)
            return IsSame(review.Decision, asked)
                ? null
                : Conflict(review, "decisionIdUsed", $"Decision {asked.DecisionId} was made before and says something else. Use a new id for a new decision.");
        if (review.Withdrawn.Contains(asked.DecisionId))
            return Conflict(review, "decisionWithdrawn", $"Decision {asked.DecisionId} was taken back. Use a new id for a new decision.");
        if (review.Outcome is { } outcome)
            return Conflict(review, "claimClosed", $"The review of this claim has ended: {outcome.ToCamelCase()}.");
        if (review.Decision is not null)
            return Conflict(review, "alreadyDecided", "Another decision on this claim stands. It can be taken back by who made it, until undoUntil.");
        if (string.IsNullOrEmpty(asked.Shown))
            return new(RefusalKind.ShownMissing, "shownMissing", "Send the claim's ETag as If-Match, so that the decision is about what was shown.");
        if (asked.Shown != review.Opened.Shown)
            return new(
                RefusalKind.Stale, "claimChanged", $"The decision is about {asked.Shown}; the claim now reads as {review.Opened.Shown}. Load it again and decide on that.",
                Current: ClaimView.Of(review));
        return JudgementRules.Refuse(review.Opened.Reading, asked.Judgement);
    }

    static Refusal Conflict(Review review, string code, string message) => new(RefusalKind.Conflict, code, message, Current: ClaimView.Of(review));

    static bool IsDecisionId(string id) => id.Length is >= 8 and <= 64 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    // Records that hold immutable arrays do not compare by value; what is written does.
    static bool IsSame(ClaimJudged made, Decide asked) =>
        made.By == asked.By.Id && Written(made) == Written(asked.AsEvent(made.At) with { Shown = asked.Shown ?? made.Shown });

    static string Written(ClaimJudged decision) => JsonSerializer.Serialize(decision, WorkflowJson.Stored.ReviewEvent);
}
