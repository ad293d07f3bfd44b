using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Verify.Ingestion.Feeds;

/// <summary>Copies of an item only what matters, and each part only up to a bound: the articles that some feeds carry whole are passed by.</summary>
static class ItemElement
{
    /// <summary>Characters of a text or an attribute. Longer ones are no id, link or date.</summary>
    const int LongestText = 4096;

    const int MostParts = 50;

    /// <param name="reader">Stands on the item; stands on its end afterwards, for what comes behind may be broken.</param>
    public static XElement Copy(XmlReader reader, FeedKind kind, int mostDepth)
    {
        var item = new XElement(kind.ItemName, Attributes(reader));
        if (reader.IsEmptyElement) return item;
        var (depth, parts) = (reader.Depth, 0);
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.Depth > mostDepth) throw new XmlException(FeedProblems.TooDeep(mostDepth), null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);
            if (reader.NodeType == XmlNodeType.Element && reader.Depth == depth + 1 && kind.PartOf(reader) is { } name && parts++ < MostParts)
                item.Add(new XElement(name, Attributes(reader), TextOf(reader)));
            else reader.Read();
        }
        return item;
    }

    /// <summary>The text of an element, elements in it left out; empty where it is too long.</summary>
    /// <param name="reader">Stands on the element; stands behind it afterwards.</param>
    public static string TextOf(XmlReader reader)
    {
        var (depth, isEmpty, text) = (reader.Depth, reader.IsEmptyElement, new StringBuilder());
        reader.Read();
        if (isEmpty) return "";
        for (; reader.Depth > depth; reader.Read())
            if (reader.Depth == depth + 1 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && text.Length <= LongestText) text.Append(reader.Value);
        reader.Read();
        return text.Length > LongestText ? "" : text.ToString().Trim();
    }

    static List<XAttribute> Attributes(XmlReader reader)
    {
        var kept = new List<XAttribute>();
        while (reader.MoveToNextAttribute())
            if (NameOf(reader) is { } name && reader.Value.Length <= LongestText) kept.Add(new XAttribute(name, reader.Value.Trim()));
        reader.MoveToElement();
        return kept;
    }

    static XName? NameOf(XmlReader attribute) => (attribute.NamespaceURI, attribute.LocalName) switch
    {
        ("", "href" or "rel" or "type" or "isPermaLink") => attribute.LocalName,
        var (space, local) when XNamespace.Get(space) + local == FeedBase.Name || XNamespace.Get(space) + local == FeedKind.About => XNamespace.Get(space) + local,
        _ => null,
    };
}
