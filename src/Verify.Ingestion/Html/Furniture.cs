using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Verify.Ingestion.Html;

/// <summary>
/// Takes away what stands among an article's paragraphs without being part of it: captions, boxes, forms, related links. SmartReader
/// leaves much of it, for it makes pages to be looked at; here a caption would be read as a statement.
/// </summary>
static class Furniture
{
    /// <summary>Never holds a word of an article.</summary>
    const string Mute = "script, style, noscript, template, meta, link, img, picture, source, svg, math, canvas, video, audio, iframe, object, embed, "
        + "input, select, textarea, button";

    /// <summary>Holds words, but seldom the article's. Some systems put tables and quotations into figures.</summary>
    const string Aside = "figure:not(:has(table)):not(:has(blockquote)), figcaption, aside, nav, form, dialog, [hidden], [aria-hidden=true], [role=complementary], [role=navigation], "
        + "[role=dialog], [style*='display:none' i], [style*='display: none' i]";

    /// <summary>Words in class names and ids, as Indonesian and English news sites use them.</summary>
    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "ads", "advertisement", "bacajuga", "breadcrumb", "breadcrumbs", "caption", "captions", "comment", "comments", "cookie", "copyright",
        "credit", "credits", "iklan", "juga", "komentar", "lihatjuga", "linksisip", "newsletter", "paywall", "popular", "promo", "readmore",
        "recommendations", "recommended", "rekomendasi", "related", "share", "sharing", "social", "sosmed", "sponsor", "sponsored", "subscribe",
        "taglist", "tags", "terkait", "terpopuler", "trending",
    };

    public static void Remove(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Mute).ToArray()) element.Remove();
        if (page.Body is not { } body) return;

        // Old pages wrap everything in a form, and a wrapper may be called "with-related": what has a third of the text is no furniture.
        var most = Nodes.TextLength(body) / 3;
        var candidates = body.QuerySelectorAll(Aside).Concat(Nodes.Within(body).OfType<IElement>().Where(IsNamedAsFurniture)).ToArray();
        foreach (var element in candidates)
            if (Nodes.TextLength(element) <= most) element.Remove();
    }

    static bool IsNamedAsFurniture(IElement element) => Holds(element.ClassName) || Holds(element.Id);

    static bool Holds(string? names)
    {
        if (string.IsNullOrEmpty(names)) return false;
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var part in names.AsSpan().SplitAny(" -_\t\r\n"))
            if (lookup.Contains(names.AsSpan(part))) return true;
        return false;
    }
}
