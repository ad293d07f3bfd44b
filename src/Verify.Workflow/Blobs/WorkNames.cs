using Verify.Workflow.Due;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Blobs;

/// <summary>Names that come and go with the work: as many as there is work to do, however much was done before.</summary>
public static class WorkNames
{
    /// <summary>How they begin.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = [ReviewQueue.Prefix, LeaseMarks.Prefix, StalledMarks.Prefix];

    /// <summary>The process that a derived name stands for; null where it stands for none.</summary>
    internal static ProcessId? ProcessOf(string name)
    {
        if (name.StartsWith(DueMarks.Prefix, StringComparison.Ordinal)) return DueMarks.TryParse(name, out var mark) ? mark.Id : null;
        var last = name[(name.LastIndexOf('/') + 1)..];
        if (name.StartsWith(ReviewQueue.Prefix, StringComparison.Ordinal)) last = last[(last.IndexOf('-', StringComparison.Ordinal) + 1)..];
        return ProcessId.TryParse(last, out var id) ? id : null;
    }
}
