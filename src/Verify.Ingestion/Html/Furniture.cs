using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Verify.Ingestion.Html;

/// <summary>
/// Takes away what stands among an article's paragraphs without being part of it: captions, boxes, forms, related links. SmartReader
/// leaves much of it, for it makes pages to be looked at; here a caption would be read as a statement.
/// </summary>
static class Furniture
{
    const string Elements = "figure, figcaption, aside, nav, form, button, select, textarea, iframe, object, svg, video, audio, canvas, dialog, "
        + "[hidden], [aria-hidden=true], [role=complementary], [role=navigation], [role=dialog]";

    /// <summary>Words in class names and ids, as Indonesian and English news sites use them.</summary>
    static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "caption", "captions", "credit", "credits", "related", "terkait", "rekomendasi", "recommended", "recommendations", "bacajuga", "juga",
        "lihatjuga", "readmore", "linksisip", "newsletter", "subscribe", "share", "sharing", "social", "sosmed", "advertisement", "ads", "iklan",
        "promo", "sponsor", "sponsored", "comment", "comments", "komentar", "breadcrumb", "breadcrumbs", "tags", "taglist", "trending", "terpopuler",
        "popular", "cookie", "paywall", "copyright",
    };

    public static void Remove(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll(Elements).ToArray()) element.Remove();
        if (page.Body is not { } body) return;

        // A wrapper may carry such a word for what it also holds ("with-related"): what has a third of the text is no furniture.
        var most = Nodes.TextLength(body) / 3;
        var named = Nodes.Within(body).OfType<IElement>().Where(IsNamedAsFurniture).ToArray();
        foreach (var element in named)
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
