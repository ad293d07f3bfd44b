using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;

namespace Verify.Ingestion.Feeds;

/// <summary>What the items of one family of feeds are called, and who reads them.</summary>
/// <param name="ItemName">What the library calls an item.</param>
/// <param name="Namespaces">Those that the feed's own elements may stand in; they are brought to that of <paramref name="ItemName"/>.</param>
/// <param name="Parts">The elements of an item that matter.</param>
/// <param name="Deepest">Levels under the first element at which an item may stand.</param>
sealed record FeedKind(XName ItemName, string[] Namespaces, string[] Parts, int Deepest, Func<XmlReader, SyndicationItem> Load)
{
    const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    const string DublinCore = "http://purl.org/dc/elements/1.1/";
    const string AtomNamespace = "http://www.w3.org/2005/Atom";

    /// <summary>Where a date of Dublin Core is put: the library does not know it.</summary>
    public static readonly XName Date = XName.Get("date", DublinCore);

    /// <summary>The name that RSS 1.0 gives an item.</summary>
    public static readonly XName About = XName.Get("about", Rdf);

    static readonly FeedKind Rss = new(
        "item", ["", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://channel.netscape.com/rdf/simple/0.9/", "http://purl.org/net/rss1.1#"],
        ["link", "guid", "pubDate"], 3, reader =>
        {
            var formatter = new Rss20ItemFormatter();
            formatter.ReadFrom(reader);
            return formatter.Item;
        });

    static readonly FeedKind Atom = new(XName.Get("entry", AtomNamespace), [AtomNamespace], ["id", "link", "published", "updated"], 1, reader =>
    {
        var formatter = new Atom10ItemFormatter();
        formatter.ReadFrom(reader);
        return formatter.Item;
    });

    /// <summary>By the first element; null where it begins no feed.</summary>
    public static FeedKind? Of(XmlReader root) => (root.LocalName, root.NamespaceURI) switch
    {
        ("feed", AtomNamespace) => Atom,
        ("rss", var own) => Rss with { Namespaces = [own, .. Rss.Namespaces] },
        ("RDF", Rdf) => Rss,
        _ => null,
    };

    public bool IsItem(XmlReader element) =>
        element.LocalName == ItemName.LocalName && element.Depth >= 1 && element.Depth <= Deepest && Namespaces.Contains(element.NamespaceURI);

    /// <summary>What a child of an item is called from here on; null where it does not matter.</summary>
    public XName? PartOf(XmlReader child)
    {
        if (child.LocalName == Date.LocalName && child.NamespaceURI == DublinCore) return Date;
        return Parts.Contains(child.LocalName) && Namespaces.Contains(child.NamespaceURI) ? ItemName.Namespace + child.LocalName : null;
    }
}
