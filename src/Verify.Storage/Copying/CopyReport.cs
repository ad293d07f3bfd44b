using System.Collections.Immutable;

namespace Verify.Storage.Copying;

/// <summary>What a copy came to, after both stores were read once more.</summary>
/// <param name="Blobs">That are the same in both.</param>
/// <param name="Bytes">Of those.</param>
/// <param name="Written">Blobs that were created or appended to now, and how many bytes that were.</param>
/// <param name="Differences">How many blobs are not the same.</param>
/// <param name="First">The first of them, at most <see cref="MostNamed"/>.</param>
public sealed record CopyReport(long Blobs, long Bytes, (long Blobs, long Bytes) Written, long Differences, ImmutableArray<CopyDifference> First)
{
    public const int MostNamed = 100;
}

/// <param name="What">A sentence that stands behind the name, with the way out.</param>
public sealed record CopyDifference(string Name, string What);

/// <summary>How far a copy has come.</summary>
/// <param name="Title">What it is at.</param>
public sealed record CopyProgress(string Title, long Written, long WrittenBytes, long Compared);
