using System.Text;

namespace Verify.Ingestion.Html;

/// <summary>The charset that a page declares in its first bytes (HTML Standard, "prescan a byte stream to determine its encoding").</summary>
static class MetaCharset
{
    /// <summary>The standard looks no further; pages that put it later are rare and mostly UTF-8.</summary>
    const int Prescanned = 1024;

    /// <summary>The label in the first meta element that has one; null when there is none. What claims to be UTF-16 is UTF-8, or it could not have been read.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prescanned)]);
        for (var at = 0; (at = head.IndexOf('<', at)) >= 0; at++)
        {
            if (head.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
            {
                at = head.IndexOf("-->", at + 2, StringComparison.Ordinal);
                if (at < 0) return null;
                continue;
            }
            if (!head.AsSpan(at).StartsWith("<meta", StringComparison.OrdinalIgnoreCase)) continue;
            var end = head.IndexOf('>', at);
            if (end < 0) return null;
            if (LabelIn(head.AsSpan(at, end - at)) is { } label)
                return label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) ? "utf-8" : label;
        }
        return null;
    }

    /// <summary>Of <c>charset="utf-8"</c> and of <c>content="text/html; charset=utf-8"</c> alike: the word after "charset=".</summary>
    static string? LabelIn(ReadOnlySpan<char> meta)
    {
        var charset = meta.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (charset < 0) return null;
        var rest = meta[(charset + "charset".Length)..].TrimStart();
        if (rest is not ['=', ..]) return null;
        rest = rest[1..].TrimStart(" \t\r\n\"'");
        var end = rest.IndexOfAny("\"'; \t\r\n/>");
        if (end >= 0) rest = rest[..end];
        return rest.IsEmpty ? null : rest.ToString();
    }
}
