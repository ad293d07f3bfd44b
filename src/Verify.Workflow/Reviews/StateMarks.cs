using System.Collections.Immutable;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Reviews;

/// <summary>
/// The claims that are out of the queue, as names in the store by where they stand, for lists: <c>states/{state}/{first two digits}/{claimId}</c>
/// of those that are decided or have ended, <c>states/awaitingSecond/{pseudonym}/{claimId}</c> of those that a reviewer has judged and another must
/// judge too. Derived from the journals. Folders are small, so that the first of many is found without reading the names of all.
/// </summary>
sealed class StateMarks(IBlobs blobs)
{
    public const string Prefix = "states/";

    /// <summary>Where the names of those stand that a person sees in this state.</summary>
    public static string PrefixOf(ClaimState state, string viewer) =>
        state == ClaimState.AwaitingSecond ? $"{Prefix}{state.ToCamelCase()}/{viewer}/" : $"{Prefix}{state.ToCamelCase()}/";

    /// <summary>Makes the marks say what the review says. Touches nothing for one that nobody has judged and that has not ended.</summary>
    public async Task ShowAsync(ImmutableArray<ReviewEvent> history, Review review, CancellationToken cancel)
    {
        if (review.Opened is not { Claim: var claim }) return;
        var names = Names(review).ToList();
        foreach (var name in names) await blobs.CreateAsync(name, ReadOnlyMemory<byte>.Empty, cancel);
        foreach (var name in Earlier(claim, [.. history.OfType<ClaimJudged>()]).Except(names)) await blobs.DeleteAsync(name, cancel: cancel);
    }

    /// <summary>All that must stand.</summary>
    public static IEnumerable<string> Names(Review review) => review switch
    {
        { Opened: null } or { Outcome: ReviewOutcome.Erased } => [],
        { Outcome: not null, Opened.Claim: var claim } => [Name(Visibility.StateFor(review, ""), claim)],
        { Stage: ReviewStage.SecondNeeded, Opened.Claim: var claim } => review.Decisions.Select(decision => AwaitingSecond(claim, decision.By)),
        // Whoever is none of the two sees it decided.
        { Stage: ReviewStage.BothDecided, Opened.Claim: var claim } => review.Decisions.Select(decision => AwaitingSecond(claim, decision.By)).Append(Name(ClaimState.Decided, claim)),
        { Stage: ReviewStage.Decided, Opened.Claim: var claim } => [Name(ClaimState.Decided, claim)],
        _ => [],
    };

    public static bool IsOfPublished(string name) => name.StartsWith(PrefixOf(ClaimState.Published, ""), StringComparison.Ordinal);

    /// <summary>All that may have stood since somebody judged it first.</summary>
    static IEnumerable<string> Earlier(ClaimId claim, IReadOnlyList<ClaimJudged> judged)
    {
        if (judged.Count == 0) return [];
        var awaited = judged.Any(decision => decision.SecondFor is { Count: > 0 }) ? judged.Select(decision => AwaitingSecond(claim, decision.By)).Distinct() : [];
        return awaited.Append(Name(ClaimState.Decided, claim));
    }

    static string Name(ClaimState state, ClaimId claim) => $"{PrefixOf(state, "")}{claim.Article.Value[..2]}/{claim}";

    static string AwaitingSecond(ClaimId claim, string reviewer) => PrefixOf(ClaimState.AwaitingSecond, reviewer) + claim;
}
