using System.Collections.Immutable;
using AngleSharp.Html.Dom;

namespace Verify.Ingestion.Html;

/// <summary>
/// What a page states of its article: in schema.org data first (written for machines and kept right for search engines), then in its
/// meta elements, then in its head.
/// </summary>
static class PageMetadata
{
    const int MostAuthors = 100;

    public static Metadata Of(IHtmlDocument page)
    {
        var stated = SchemaOrg.Of(page).Or(Meta(page));
        var found = stated.Or(Head(page));
        var heading = page.QuerySelectorAll("h1") is [var only] ? OneLine.Of(only.TextContent) : null;
        return found with { Title = WithoutSite(found.Title, heading, found.Publisher) };
    }

    /// <summary>"Harga Naik" of "Harga Naik | Kabar Pasar", where the page's one heading or its publisher shows which part is the headline.</summary>
    static string? WithoutSite(string? title, string? heading, string? publisher)
    {
        if (title is null) return null;
        if (heading is { Length: > 0 } && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase)) return heading;
        if (publisher is null || !title.EndsWith(publisher, StringComparison.OrdinalIgnoreCase)) return title;
        var headline = title[..^publisher.Length].TrimEnd();
        return headline is [.. var start, '|' or '-' or '–' or '—' or ':'] && start.TrimEnd() is { Length: > 0 } words ? words : title;
    }

    static Metadata Meta(IHtmlDocument page)
    {
        var stated = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var authors = ImmutableArray.CreateBuilder<string>();
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop");
            if (key is null || OneLine.Of(meta.GetAttribute("content")) is not { } value) continue;
            // article:author is more often the address of a profile than a name.
            if (key.ToLowerInvariant() is "author" or "article:author" or "dc.creator" && authors.Count < MostAuthors
                && WebAddress.Of(value) is null && !authors.Contains(value)) authors.Add(value);
            stated.TryAdd(key, value);
        }

        return new(
            First(stated, "og:title", "twitter:title", "dc.title"),
            authors.ToImmutable(),
            First(stated, "og:site_name", "application-name", "dc.publisher"),
            First(stated, "article:published_time", "datePublished", "pubdate", "publishdate", "dc.date", "date") is { } date ? IsoDate.Leniently(date) : null,
            First(stated, "og:url") is { } url ? WebAddress.Of(url) : null);
    }

    static Metadata Head(IHtmlDocument page) => new(
        OneLine.Of(page.QuerySelector("h1")?.TextContent) ?? OneLine.Of(page.QuerySelector("title")?.TextContent),
        [],
        null,
        page.QuerySelector("time[datetime]")?.GetAttribute("datetime") is { } date ? IsoDate.Leniently(date) : null,
        page.QuerySelector("link[rel=canonical i]")?.GetAttribute("href") is { } url ? WebAddress.Of(url) : null);

    static string? First(Dictionary<string, string> stated, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (stated.TryGetValue(key, out var value)) return value;
        return null;
    }
}
