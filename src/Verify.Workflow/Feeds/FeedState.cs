using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Feeds;

/// <summary>What is known of a feed between two looks at it: <c>feeds/{sha256 of its address}.json</c>.</summary>
/// <param name="ETag">Of the last answer, where everything in it was taken; null otherwise, so that it is given again.</param>
/// <param name="Known">Keys of items and links that need no more be taken, the latest last, at most <see cref="MostKnown"/>.</param>
/// <param name="LastRead">When it last gave a list; null for never.</param>
/// <param name="Failures">Looks without an answer since then.</param>
/// <param name="Wish">How long its makers ask to be left alone after a look; null where they ask nothing.</param>
/// <param name="Problem">What was wrong at the last look, in words; null for nothing.</param>
public sealed record FeedState(
    string Address, string? ETag, DateTimeOffset? LastModified, ImmutableArray<string> Known, DateTimeOffset LastPolled, DateTimeOffset? LastRead,
    FeedAnswer LastAnswer, DateTimeOffset NextPoll, int Failures = 0, string? Problem = null, TimeSpan? Wish = null)
{
    /// <summary>Twice that of the most items that are read of one feed, each with its id and its link.</summary>
    public const int MostKnown = 2_000;

    internal static FeedState Unknown(string address, DateTimeOffset now) => new(address, null, null, [], now, null, FeedAnswer.Failed, now);

    internal bool Knows(FeedItem item) => Known.Intersect(KeysOf(item)).Any();

    /// <summary>Notes items as taken; those noted long ago make room.</summary>
    internal FeedState With(IEnumerable<FeedItem> items)
    {
        var noted = items.SelectMany(KeysOf).Distinct().ToList();
        return this with { Known = [.. Known.Except(noted).Concat(noted).TakeLast(MostKnown)] };
    }

    // By both: some feeds give an article a new id at every look, others a new link.
    static IEnumerable<string> KeysOf(FeedItem item) => item.Id is { } id ? [Key("id", id), Key("link", item.Link)] : [Key("link", item.Link)];

    // Hashed, for an id is whatever its feed makes it; sixteen digits are plenty for two thousand.
    static string Key(string kind, string value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{value}")))[..16];
}

/// <summary>What a feed's address gave.</summary>
public enum FeedAnswer
{
    /// <summary>Its list.</summary>
    Read,

    /// <summary>That nothing has changed.</summary>
    Unchanged,

    /// <summary>Nothing that could be read.</summary>
    Failed,
}
