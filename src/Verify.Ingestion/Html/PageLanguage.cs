using AngleSharp.Html.Dom;
using Verify.Ingestion.Languages;

namespace Verify.Ingestion.Html;

/// <summary>The language that a page declares of itself. Content systems ship with "en" and few desks change it: believe the text first.</summary>
static class PageLanguage
{
    /// <summary>A normalised tag; null where the page declares none.</summary>
    public static string? Of(IHtmlDocument page)
    {
        var declared = page.DocumentElement.GetAttribute("lang")
            ?? page.DocumentElement.GetAttribute("xml:lang")
            ?? page.QuerySelector("meta[http-equiv=content-language i]")?.GetAttribute("content")
            ?? page.QuerySelector("meta[property='og:locale']")?.GetAttribute("content");
        return declared is null ? null : LanguageTag.Normalise(declared);
    }
}
