using System.Text.Json.Serialization;

namespace Verify.Workflow.Reviews;

/// <summary>The rules of one review, fixed when it opens: a changed setting holds for new reviews only.</summary>
/// <param name="UndoWindow">How long a decision can be taken back.</param>
/// <param name="EscalateAfter">From the opening, and again from a disagreement.</param>
/// <param name="ExpireAfter">From the opening, and again from a disagreement; later than the escalation.</param>
/// <param name="RemindAfter">From the opening, and again from a disagreement; earlier than the escalation. Null, and not written, for no reminder.</param>
/// <param name="SecondReviewFrom">The risk, 0 to 1, from which a second reviewer must judge too. Null, and not written, where one is always enough.</param>
public sealed record ReviewRules(
    TimeSpan UndoWindow, TimeSpan EscalateAfter, TimeSpan ExpireAfter,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TimeSpan? RemindAfter = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? SecondReviewFrom = null);

/// <summary>How a review ended.</summary>
public enum ReviewOutcome
{
    Published,
    Rejected,
    Expired,

    /// <summary>Its article was erased while nothing was published of it.</summary>
    Erased,
}
