using System.Collections.Immutable;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Reviews;

/// <summary>
/// The claims that are out of the queue, as names in the store by where they stand, for lists: <c>states/{outcome}/{first two digits}/{claimId}</c>
/// of those that have ended, <c>states/awaitingSecond/{pseudonym}/{claimId}</c> of those that a reviewer has judged and another must judge too.
/// Derived from the journals. Folders of the ended are small, so that the first of many is found without reading the names of all.
/// </summary>
sealed class StateMarks(IBlobs blobs)
{
    public const string Prefix = "states/";

    /// <summary>Where the names of those stand that a person sees in this state; null where no names tell of it.</summary>
    public static string? PrefixOf(ClaimState state, string viewer) => state switch
    {
        ClaimState.Published or ClaimState.Rejected or ClaimState.Expired => $"{Prefix}{state.ToCamelCase()}/",
        ClaimState.AwaitingSecond => $"{Prefix}{state.ToCamelCase()}/{viewer}/",
        _ => null,
    };

    /// <summary>Makes the marks say what the review says. Touches nothing for one that waits, and that nobody has judged who needs a second.</summary>
    public async Task ShowAsync(ImmutableArray<ReviewEvent> history, Review review, CancellationToken cancel)
    {
        if (review.Opened is not { Claim: var claim }) return;
        var names = Names(review).ToList();
        foreach (var name in names) await blobs.CreateAsync(name, ReadOnlyMemory<byte>.Empty, cancel);
        var judged = history.OfType<ClaimJudged>().ToList();
        if (!judged.Any(decision => decision.SecondFor is { Count: > 0 })) return;
        foreach (var name in judged.Select(decision => AwaitingSecond(claim, decision.By)).Distinct().Except(names)) await blobs.DeleteAsync(name, cancel: cancel);
    }

    /// <summary>All that must stand.</summary>
    public static IEnumerable<string> Names(Review review)
    {
        if (review.Opened is not { Claim: var claim }) return [];
        if (Visibility.IsApart(review)) return review.Decisions.Select(decision => AwaitingSecond(claim, decision.By));
        var state = Visibility.StateFor(review, "");
        return review.Outcome is null or ReviewOutcome.Erased ? [] : [$"{PrefixOf(state, "")}{claim.Article.Value[..2]}/{claim}"];
    }

    public static bool IsOfPublished(string name) => name.StartsWith(PrefixOf(ClaimState.Published, "")!, StringComparison.Ordinal);

    static string AwaitingSecond(ClaimId claim, string reviewer) => PrefixOf(ClaimState.AwaitingSecond, reviewer) + claim;
}
