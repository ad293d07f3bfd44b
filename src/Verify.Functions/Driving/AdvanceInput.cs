using System.Collections.Immutable;
using Verify.Workflow;

namespace Verify.Functions.Driving;

/// <summary>The input of the advance activity.</summary>
/// <param name="Due">The mark that is answered; null for a hint without one.</param>
sealed record AdvanceInput(string Id, DateTimeOffset? Due);

/// <summary>The input of the stall activity.</summary>
/// <param name="Reason">What the last try said.</param>
sealed record StallInput(string Id, string Reason);

/// <summary>Where a process stands, as small as it can be written: it goes through the history of the orchestration.</summary>
/// <param name="Children">Where the first number of each open claim starts: with the article's id, its claim id.</param>
/// <param name="Stalled">Why it waits, where work on it failed in every try.</param>
sealed record AdvanceOutput(string? Outcome, DateTimeOffset? Until, ImmutableArray<int> Children, DateTimeOffset? ChildrenDue, string? Stalled = null)
{
    public static AdvanceOutput Of(Progress progress) =>
        new(progress.Outcome, progress.Until, [.. progress.Children.Select(child => child.Claim.Start)], progress.ChildrenDue, progress.Stalled);

    public Progress ToProgress(ProcessId id) =>
        new(Outcome, Until, [.. Children.Select(start => (ProcessId)new ClaimId(id.Article, start))], ChildrenDue, Stalled);
}
