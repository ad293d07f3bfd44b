using System.Collections.Immutable;

namespace Verify.Workflow.Ports;

/// <summary>Makes a list of articles of what a feed's address gave. Pure: the same input gives the same answer.</summary>
public interface IFeedReader
{
    /// <summary>Reads any input, hostile input included, and never throws for what it holds.</summary>
    FeedReading Read(FeedInput input);
}

/// <param name="MediaType">As declared, parameters included; null where none was.</param>
/// <param name="Address">Where it stood in the end: what its links are relative to.</param>
public sealed record FeedInput(ReadOnlyMemory<byte> Bytes, string? MediaType, string Address);

/// <summary>What a feed lists, or why that cannot be told.</summary>
public abstract record FeedReading
{
    FeedReading() { }

    /// <param name="Items">In the order of the feed, bounded.</param>
    /// <param name="Every">How long its makers ask to be left alone after a look; null where they ask nothing.</param>
    /// <param name="Fault">What was wrong with a part of it, in words; null where all of it was read.</param>
    public sealed record Read(ImmutableArray<FeedItem> Items, TimeSpan? Every = null, string? Fault = null) : FeedReading;

    public sealed record Refused(InputProblem Problem) : FeedReading;
}

/// <summary>One article that a feed lists.</summary>
/// <param name="Id">As the feed names it; null where it does not, or names several by it.</param>
/// <param name="Link">Absolute, https, without a fragment.</param>
/// <param name="Published">Null where it is not stated, or no date.</param>
public sealed record FeedItem(string? Id, string Link, DateTimeOffset? Published);
