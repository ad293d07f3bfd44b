using System.Collections.Immutable;
using System.Xml;
using Verify.Ingestion.Formats;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0 and Atom 1.0. Pure and safe under any number of threads. A feed is a list of addresses here: nothing else of
/// it is kept, so its bytes may be in any charset, its dates nonsense and its other parts missing. One bad item costs that item; a feed that
/// breaks off costs what comes after. Document types are skipped unread and no entity is ever expanded.
/// </summary>
public sealed class FeedReader : IFeedReader
{
    /// <summary>Items read of one feed, from its beginning.</summary>
    public const int MostItems = 500;

    /// <inheritdoc/>
    public FeedReading Read(FeedInput input)
    {
        if (!Uri.TryCreate(input.Address, UriKind.Absolute, out var address)) return Refused(FeedProblems.NoAddress(input.Address));
        if (input.Bytes.Length > ArticleLimits.MostBytes) return Refused(FeedProblems.TooLarge(address, input.Bytes.Length, ArticleLimits.MostBytes));
        var text = MendedXml.Of(FeedText.Of(input.Bytes.Span, input.MediaType));
        if (text.Length == 0) return Refused(FeedProblems.Empty(address));
        var isPage = Markup.BeginsHtml(FirstBytes.Of(input.Bytes.Span));
        var walk = new FeedWalk(address, MostItems);
        try
        {
            return walk.Read(text) ? Told(walk, null) : Refused(FeedProblems.NoFeed(address, isPage, walk.Root));
        }
        catch (XmlException broken)
        {
            // What stands in front of the fault stays good, as it does for every other reader of feeds.
            return walk.HasBegun ? Told(walk, FeedProblems.BreaksOff(broken, walk.Items.Count)) : Refused(FeedProblems.NotXml(address, isPage, broken));
        }
    }

    static FeedReading.Read Told(FeedWalk walk, string? broken)
    {
        var faults = new[] { broken, FeedProblems.WithoutLinks(walk.WithoutLink), FeedProblems.Longer(walk.IsCut, MostItems) }.OfType<string>();
        return new(Distinct(walk.Items), walk.Pace.Every, faults.Any() ? string.Join(' ', faults) : null);
    }

    // An id that stands for two articles identifies neither; a link that comes twice is one article.
    static ImmutableArray<FeedItem> Distinct(List<FeedItem> items)
    {
        var shared = items.GroupBy(item => item.Id).Where(same => same.Select(item => item.Link).Distinct().Count() > 1).Select(same => same.Key).ToHashSet();
        return [.. items.DistinctBy(item => item.Link).Select(item => shared.Contains(item.Id) ? item with { Id = null } : item)];
    }

    static FeedReading.Refused Refused(InputProblem problem) => new(problem);
}
