using System.Xml;
using System.Xml.Linq;

namespace Verify.Ingestion.Feeds;

/// <summary>What links are relative to: the address of the feed, unless <c>xml:base</c> says otherwise.</summary>
sealed class FeedBase(Uri address)
{
    public static readonly XName Name = XNamespace.Xml + "base";

    public Uri Current { get; private set; } = address;

    /// <summary>Notes what the feed or its channel says; anything else speaks for itself only.</summary>
    public void Enter(XmlReader element)
    {
        if (element.Depth == 0 || element.LocalName == "channel") Current = Of(Current, element.GetAttribute("base", XNamespace.Xml.NamespaceName));
    }

    public static Uri Of(Uri around, XElement element) => Of(around, element.Attribute(Name)?.Value);

    static Uri Of(Uri around, string? stated) => stated is not null && FeedLink.TryResolve(around, stated, out var resolved) ? resolved : around;
}
