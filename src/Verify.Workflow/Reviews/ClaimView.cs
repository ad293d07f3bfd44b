namespace Verify.Workflow.Reviews;

/// <summary>Where a claim stands.</summary>
public enum ClaimState
{
    /// <summary>Waits for a reviewer.</summary>
    Open,

    /// <summary>Decided; can still be taken back, or is being published.</summary>
    Decided,
    Published,
    Rejected,
    Expired,
}

/// <summary>A claim as doors show it.</summary>
/// <param name="Shown">The ETag of what is shown: a decision names it.</param>
/// <param name="UndoUntil">Until when the decision can be taken back; null when it cannot.</param>
public sealed record ClaimView(
    ClaimId Id,
    string Shown,
    ClaimState State,
    ArticleReference Article,
    Reading Reading,
    string Extractor,
    DateTimeOffset OpenedAt,
    bool IsEscalated,
    DateTimeOffset EscalatesAt,
    DateTimeOffset ExpiresAt,
    DecisionView? Decision,
    DateTimeOffset? UndoUntil,
    string? RecordId)
{
    /// <exception cref="ArgumentException">The review was never opened.</exception>
    public static ClaimView Of(Review review)
    {
        var opened = review.Opened ?? throw new ArgumentException("A review that was never opened shows nothing.", nameof(review));
        return new(
            opened.Claim, opened.Shown, StateOf(review), opened.Article, opened.Reading, opened.Extractor, opened.At,
            review.IsEscalated, review.EscalatesAt, review.ExpiresAt,
            review.Decision is { } decision ? new(decision.Id, decision.At, decision.By, decision.AsJudgement()) : null,
            review is { Sealed: null, Outcome: null } ? review.UndoUntil : null,
            review.Sealed?.RecordId);
    }

    public static ClaimState StateOf(Review review) => review switch
    {
        { Outcome: ReviewOutcome.Published } => ClaimState.Published,
        { Outcome: ReviewOutcome.Rejected } => ClaimState.Rejected,
        { Outcome: ReviewOutcome.Expired } => ClaimState.Expired,
        { Decision: not null } => ClaimState.Decided,
        _ => ClaimState.Open,
    };
}

/// <summary>A decision as doors show it.</summary>
/// <param name="By">The reviewer's pseudonym.</param>
public sealed record DecisionView(string Id, DateTimeOffset At, string By, Judgement Judgement);
