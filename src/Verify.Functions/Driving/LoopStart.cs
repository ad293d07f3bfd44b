using Verify.Workflow.Driving;

namespace Verify.Functions.Driving;

/// <summary>What an orchestration begins with. A name and times, never a text.</summary>
/// <param name="Version">Of the order in which the loop asks its port: what runs is replayed by the loop that began it.</param>
/// <param name="Due">The mark that the first advance answers.</param>
/// <param name="RestUntil">Until when the process is at rest; null when it is to be advanced at once.</param>
/// <param name="AreChildrenStarted">An earlier run of this loop has started them.</param>
sealed record LoopStart(int Version, DateTimeOffset? Due = null, DateTimeOffset? RestUntil = null, bool AreChildrenStarted = false)
{
    /// <summary>
    /// Raised with every change to what <see cref="ProcessLoop"/> or <see cref="DurablePort"/> ask of the orchestration, or in which order. The
    /// loop that the old number stands for is kept beside the new one until nothing runs it any more.
    /// </summary>
    public const int Current = 1;

    public static LoopStart Advancing(DateTimeOffset? due) => new(Current, Due: due);

    public static LoopStart Resting(DateTimeOffset until) => new(Current, RestUntil: until);

    /// <summary>A loop that goes on in a new run, with an empty history.</summary>
    public static LoopStart Anew(DateTimeOffset? due) => new(Current, Due: due, AreChildrenStarted: true);
}
