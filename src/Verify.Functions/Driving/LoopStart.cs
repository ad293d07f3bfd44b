using Verify.Workflow.Driving;

namespace Verify.Functions.Driving;

/// <summary>What an orchestration begins with: its name says the rest. Never a text.</summary>
/// <param name="Version">Of the order in which the loop asks its port: what runs is replayed by the loop that began it.</param>
/// <param name="Due">The mark that the first advance answers.</param>
sealed record LoopStart(int Version, DateTimeOffset? Due = null)
{
    /// <summary>
    /// Raised with every change to what <see cref="ProcessLoop"/> or <see cref="DurablePort"/> ask of the orchestration, or in which order. The
    /// loop that the old number stands for is kept beside the new one until nothing runs it any more.
    /// </summary>
    public const int Current = 1;

    public static LoopStart Advancing(DateTimeOffset? due) => new(Current, due);
}
