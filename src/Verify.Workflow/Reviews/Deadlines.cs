namespace Verify.Workflow.Reviews;

/// <summary>
/// The ladder of a claim that nobody decides: a reminder, then the head of the queue, then its end. It begins at the opening, and anew for the
/// editors when two reviewers disagree. A first decision that waits for its second does not move it: a new time would tell of it.
/// </summary>
static class Deadlines
{
    public static DateTimeOffset? RemindsAt(Review review) => Since(review) + review.Opened!.Rules.RemindAfter;

    public static DateTimeOffset EscalatesAt(Review review) => Since(review) + review.Opened!.Rules.EscalateAfter;

    public static DateTimeOffset ExpiresAt(Review review) => Since(review) + review.Opened!.Rules.ExpireAfter;

    /// <summary>The rung that is marked due while the claim waits.</summary>
    public static DateTimeOffset Marked(Review review) => review switch
    {
        { IsEscalated: true } => ExpiresAt(review),
        { IsReminded: false } when RemindsAt(review) is { } reminds => reminds,
        _ => EscalatesAt(review),
    };

    public static Step Next(Review review, DateTimeOffset now)
    {
        if (now >= ExpiresAt(review)) return new Step.Do(new ExpireReview());
        if (!review.IsEscalated && now >= EscalatesAt(review)) return new Step.Do(new EscalateReview());
        if (review is { IsEscalated: false, IsReminded: false } && now >= RemindsAt(review)) return new Step.Do(new RemindReviewers());
        return new Step.Wait(Marked(review));
    }

    static DateTimeOffset Since(Review review) => review.Compared is { IsAgreement: false } differ ? differ.At : review.Opened!.At;
}
