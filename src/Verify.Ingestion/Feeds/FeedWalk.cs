using System.Xml;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Feeds;

/// <summary>Walks once through a feed's XML and reads its items, one after the other; nothing but the few elements that matter is ever held.</summary>
sealed class FeedWalk(Uri address, int most)
{
    /// <summary>Levels of elements: feeds use about ten.</summary>
    const int MostDepth = 100;

    readonly FeedBase bases = new(address);

    public List<FeedItem> Items { get; } = [];

    public FeedPace Pace { get; } = new();

    /// <summary>Items that were passed over.</summary>
    public int WithoutLink { get; private set; }

    /// <summary>True when items were left unread.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The name of the first element.</summary>
    public string? Root { get; private set; }

    /// <summary>True once the first element has shown that it is a feed.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>False when it is no feed.</summary>
    /// <exception cref="XmlException">It is no XML from some place on; what was read before stays.</exception>
    public bool Read(string text)
    {
        using var reader = Open(text);
        reader.MoveToContent();
        Root = reader.LocalName;
        if (FeedKind.Of(reader) is not { } kind) return false;
        HasBegun = true;
        while (!reader.EOF)
        {
            if (reader.Depth > MostDepth) throw new XmlException(FeedProblems.TooDeep(MostDepth), null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);
            if (reader.NodeType != XmlNodeType.Element) reader.Read();
            else if (kind.IsItem(reader))
            {
                if (IsCut = Items.Count + WithoutLink == most) return true;
                Add(reader, kind);
            }
            else
            {
                if (reader.Depth <= 1) bases.Enter(reader);
                if (!Pace.Reads(reader)) reader.Read();
            }
        }
        return true;
    }

    void Add(XmlReader reader, FeedKind kind)
    {
        var item = ItemReader.Read(ItemElement.Copy(reader, kind, MostDepth), kind, bases.Current);
        if (item is null) WithoutLink++;
        else Items.Add(item);
        reader.Read();
    }

    static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Ignore, // RSS 0.91 has a document type; it is skipped, and what it declares does not exist
        XmlResolver = null,
        MaxCharactersFromEntities = 1,
        MaxCharactersInDocument = ArticleLimits.MostBytes * 6L, // what mending can make of the most bytes
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });
}
