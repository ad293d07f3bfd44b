namespace Verify.Ingestion.Formats;

/// <summary>Tells HTML and other markup by their first bytes.</summary>
static class Markup
{
    /// <summary>What a page begins with (WHATWG MIME Sniffing Standard, 7.1), and two elements of fragments.</summary>
    static readonly string[] Beginnings =
    [
        "!doctype html", "html", "head", "script", "iframe", "h1", "div", "font", "table", "a", "style", "title", "b", "body", "br", "p", "meta", "article",
    ];

    /// <param name="start">The first byte that is neither white space nor a byte-order mark, and what follows.</param>
    public static bool BeginsHtml(ReadOnlySpan<byte> start)
    {
        start = AfterProlog(start);
        if (start is not [(byte)'<', ..]) return false;
        var tag = start[1..];
        foreach (var beginning in Beginnings)
        {
            if (tag.Length > beginning.Length
                && System.Text.Ascii.EqualsIgnoreCase(tag[..beginning.Length], beginning)
                && tag[beginning.Length] is (byte)' ' or (byte)'>' or (byte)'\n' or (byte)'\r' or (byte)'\t') return true;
        }
        return false;
    }

    /// <summary>True for XML that is no page: a feed, a sitemap, a drawing.</summary>
    public static bool BeginsXml(ReadOnlySpan<byte> start) => start.StartsWith("<?xml"u8) && !BeginsHtml(start);

    /// <summary>What comes after an XML declaration and comments.</summary>
    static ReadOnlySpan<byte> AfterProlog(ReadOnlySpan<byte> start)
    {
        while (true)
        {
            var end = start.StartsWith("<?xml"u8) ? start.IndexOf("?>"u8) + 2 : start.StartsWith("<!--"u8) ? start.IndexOf("-->"u8) + 3 : 0;
            if (end < 4) return start;
            start = FirstBytes.Of(start[end..]);
        }
    }
}
