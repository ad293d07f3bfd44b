using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Blobs;

/// <summary>Names that come and go with the work: as many as there is work to do, however much was done before.</summary>
public static class WorkNames
{
    /// <summary>How they begin.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [ReviewQueue.Prefix, LeaseMarks.Prefix, StalledMarks.Prefix];
}
