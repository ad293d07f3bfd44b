using System.Collections.Immutable;

namespace Verify.Workflow.Log.Checking;

/// <summary>What is wrong with one blob or one record.</summary>
public enum LogFault
{
    /// <summary>A record's bytes are not those that were published.</summary>
    Changed,

    /// <summary>A record of the log, or one that was published, is not in the store.</summary>
    Removed,

    /// <summary>Something stands among the records that was never published.</summary>
    Added,

    /// <summary>The log itself does not hold together, or is not the one that was signed.</summary>
    Broken,

    /// <summary>A record that waits for the log: nothing is wrong.</summary>
    NotYetSealed,

    /// <summary>The desk says under its signature that the log went on from less than had been signed: what is there now holds together.</summary>
    Resumed,
}

/// <param name="Name">The blob's name.</param>
/// <param name="What">A sentence that stands behind the name, with the way out.</param>
public sealed record LogFinding(LogFault Fault, string Name, string What);

/// <summary>What a check came to.</summary>
/// <param name="Size">Records in the log.</param>
/// <param name="Root">Of the log, in base64; null where there is no checkpoint that could be read.</param>
/// <param name="Records">In the store.</param>
/// <param name="Checkpoints">That were kept and compared.</param>
/// <param name="Remembered">Records in the checkpoint that the desk remembers; null where nothing is remembered.</param>
/// <param name="Findings">In the order in which they were found.</param>
public sealed record LogReport(long Size, string? Root, long Records, long Checkpoints, long? Remembered, ImmutableArray<LogFinding> Findings)
{
    /// <summary>Whether nothing was changed, removed, added or broken. A record that still waits is none of that, nor a log that was resumed.</summary>
    public bool IsWhole => Findings.All(finding => finding.Fault is LogFault.NotYetSealed or LogFault.Resumed);

    /// <summary>A report of a store that changed while it was read says nothing.</summary>
    internal bool IsOutOfDate { get; init; }
}
