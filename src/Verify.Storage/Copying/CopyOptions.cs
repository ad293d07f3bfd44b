using System.Collections.Immutable;

namespace Verify.Storage.Copying;

/// <summary>How a store is copied.</summary>
public sealed record CopyOptions
{
    /// <summary>Blobs under way at once. As many are held in memory, on both sides.</summary>
    public int Workers { get; init; } = 8;

    /// <summary>How often the whole is copied and compared, at most, while the source still changes.</summary>
    public int MostRounds { get; init; } = 3;

    /// <summary>The waits before a blob is tried again when a store does not answer; after the last one the copy stops.</summary>
    public ImmutableArray<TimeSpan> Pauses { get; init; } = [TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
