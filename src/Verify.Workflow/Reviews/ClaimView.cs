using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Verify.Workflow.Reviews;

/// <summary>Where a claim stands, as whoever asks may know.</summary>
public enum ClaimState
{
    /// <summary>Waits for a reviewer.</summary>
    Open,

    /// <summary>Decided by whoever asks; another reviewer must judge too, and sees it open.</summary>
    AwaitingSecond,

    /// <summary>Two reviewers differ: waits for an editor.</summary>
    Disagreed,

    /// <summary>Decided; can still be taken back, or is being published.</summary>
    Decided,
    Published,
    Rejected,
    Expired,
}

/// <summary>A claim as doors show it to one person.</summary>
/// <param name="Shown">The ETag of what is shown: a decision names it.</param>
/// <param name="Decision">The decision that the claim ends with, or the own one that waits for another; null while there is none to show.</param>
/// <param name="UndoUntil">Until when that decision can be taken back; null when it cannot.</param>
/// <param name="Differing">Two decisions that differ, in their order, and in what; not written while there is nothing to settle.</param>
/// <param name="Lease">Who works on it now; not written when nobody does.</param>
/// <param name="RecordId">The record that stands now: the latest of its chain, which may be a retraction.</param>
/// <param name="Revisions">What became of its record after it was published, oldest first; not written where nothing did.</param>
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
    string? RecordId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DifferingView? Differing = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LeaseView? Lease = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RevisionView>? Revisions = null)
{
    /// <param name="viewer">The pseudonym of who asks: what another reviewer decided is not shown before both are final.</param>
    /// <exception cref="ArgumentException">The review was never opened.</exception>
    public static ClaimView Of(Review review, string viewer, DateTimeOffset now)
    {
        var opened = review.Opened ?? throw new ArgumentException("A review that was never opened shows nothing.", nameof(review));
        var decision = Visibility.Decision(review, viewer);
        return new(
            opened.Claim, opened.Shown, Visibility.StateFor(review, viewer), opened.Article, opened.Reading, opened.Extractor, opened.At,
            review.IsEscalated, Deadlines.EscalatesAt(review), Deadlines.ExpiresAt(review),
            decision is null ? null : DecisionView.Of(decision),
            decision is not null && review is { Sealed: null, Outcome: null } && review.Withdrawable(decision.Id) is not null ? review.UndoUntilOf(decision) : null,
            (review.Standing ?? review.Sealed)?.RecordId,
            review is { Compared: { IsAgreement: false } differ } ? new(differ.Fields, [.. review.Decisions.Take(2).Select(DecisionView.Of)]) : null,
            review is { IsUndecided: true, Lease: { } lease } && lease.Holds(now) ? new(lease.By, lease.Until) : null,
            review.Revisions.IsEmpty ? null : [.. review.Revisions.Select(revision => RevisionView.Of(review, revision))]);
    }
}

/// <summary>A decision as doors show it.</summary>
/// <param name="By">The reviewer's pseudonym.</param>
/// <param name="SecondFor">Why another reviewer must judge too; not written where one is enough.</param>
public sealed record DecisionView(
    string Id, DateTimeOffset At, string By, Judgement Judgement,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SecondReason>? SecondFor = null)
{
    internal static DecisionView Of(ClaimJudged decision) => new(decision.Id, decision.At, decision.By, decision.AsJudgement(), decision.SecondFor);
}

/// <summary>Two decisions that differ.</summary>
/// <param name="Fields">JSON pointers: <c>/judgement</c>, <c>/verdict</c>, <c>/figures/0/value</c>, <c>/speaker</c> …</param>
public sealed record DifferingView(ImmutableArray<string> Fields, ImmutableArray<DecisionView> Decisions);

/// <summary>Who works on a claim, and until when.</summary>
/// <param name="By">A pseudonym.</param>
public sealed record LeaseView(string By, DateTimeOffset Until);
