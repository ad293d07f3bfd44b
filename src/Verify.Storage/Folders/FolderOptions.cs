namespace Verify.Storage.Folders;

/// <summary>How a folder store writes.</summary>
public sealed record FolderOptions
{
    /// <summary>
    /// Whether a verb answers only once its bytes and names are on the disk (fsync). Off, what was answered survives a crash of the
    /// process but not of the machine: for tests and benchmarks.
    /// </summary>
    public bool Flush { get; init; } = true;

    /// <summary>Tells how old a leftover of a killed process is.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
