using System.Globalization;
using System.ServiceModel.Syndication;
using System.Xml.Linq;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Feeds;

/// <summary>Reads one item by itself, so that a bad one costs no other.</summary>
static class ItemReader
{
    /// <returns>Null where it has no link that can be fetched.</returns>
    public static FeedItem? Read(XElement item, FeedKind kind, Uri around)
    {
        var (about, date) = (item.Attribute(FeedKind.About)?.Value, item.Element(FeedKind.Date)?.Value);
        item.Elements(FeedKind.Date).Remove();
        Resolve(item, FeedBase.Of(around, item));
        if (Load(item, kind) is not { } read || LinkOf(read) is not { } link) return null;
        return new(Stated(read.Id) ?? Stated(about), link, Published(read) ?? Iso(date));
    }

    // The library takes links as they are; here each becomes whole, or is left out, before it sees them.
    static void Resolve(XElement item, Uri around)
    {
        item.SetAttributeValue(FeedBase.Name, null);
        foreach (var link in item.Elements().Where(part => part.Name.LocalName == "link").ToList())
        {
            var href = link.Attribute("href");
            if (FeedLink.Of(FeedBase.Of(around, link), href?.Value ?? link.Value) is not { } whole) link.Remove();
            else if (href is not null) href.Value = whole;
            else link.Value = whole;
            link.SetAttributeValue(FeedBase.Name, null);
        }
        foreach (var guid in item.Elements("guid").Where(guid => FeedLink.OfId(guid.Value) is null)) guid.SetAttributeValue("isPermaLink", "false");
    }

    static SyndicationItem? Load(XElement item, FeedKind kind)
    {
        try
        {
            using var reader = item.CreateReader();
            return kind.Load(reader);
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            return null; // a library stands behind this, and what it reads is anyone's
        }
    }

    // A page, before anything else that an item links to; comments, enclosures and the feed itself are no articles.
    static string? LinkOf(SyndicationItem item) => item.Links
        .Where(link => link.RelationshipType is null or "alternate" && link.Uri is not null)
        .OrderByDescending(link => link.MediaType is null or "text/html" or "application/xhtml+xml")
        .Select(link => FeedLink.OfId(link.Uri.OriginalString))
        .FirstOrDefault(link => link is not null);

    static DateTimeOffset? Published(SyndicationItem item)
    {
        try
        {
            // Either throws for what it cannot read, and only when it is asked.
            return item.PublishDate != default ? item.PublishDate : item.LastUpdatedTime != default ? item.LastUpdatedTime : null;
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            return null;
        }
    }

    static DateTimeOffset? Iso(string? date) =>
        DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read) ? read : null;

    static string? Stated(string? id) => string.IsNullOrWhiteSpace(id) ? null : id.Trim();
}
