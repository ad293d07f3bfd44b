using System.Text.Json;
using AngleSharp.Html.Dom;

namespace Verify.Ingestion.Html;

/// <summary>The article that a page describes in JSON-LD: an object of a schema.org type that ends in "Article" (NewsArticle), alone, in a list or in a graph.</summary>
static class SchemaOrg
{
    /// <summary>Scripts of a page that are looked at, and objects of a list.</summary>
    const int Most = 100;

    public static Metadata Of(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json' i]").Take(Most))
        {
            try
            {
                using var document = JsonDocument.Parse(script.TextContent, new JsonDocumentOptions { AllowTrailingCommas = true });
                if (Article(document.RootElement) is { } article) return Read(article);
            }
            catch (Exception bad) when (bad is JsonException or InvalidOperationException)
            {
                // Pages carry broken data (InvalidOperationException: half a surrogate pair); it only says less.
            }
        }
        return Metadata.None;
    }

    static JsonElement? Article(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Array => data.EnumerateArray().Take(Most).Select(Article).FirstOrDefault(found => found is not null),
        JsonValueKind.Object when IsArticle(data) => data,
        JsonValueKind.Object when data.TryGetProperty("@graph", out var graph) => Article(graph),
        _ => null,
    };

    static bool IsArticle(JsonElement data) =>
        data.TryGetProperty("@type", out var type)
        && Each(type).Any(t => t.ValueKind is JsonValueKind.String && t.GetString()!.EndsWith("Article", StringComparison.Ordinal));

    static Metadata Read(JsonElement article) => new(
        Line(article, "headline") ?? Line(article, "name"),
        article.TryGetProperty("author", out var authors) ? [.. Each(authors).Take(Most).Select(Name).OfType<string>().Distinct()] : [],
        article.TryGetProperty("publisher", out var publisher) ? Each(publisher).Select(Name).FirstOrDefault() : null,
        Line(article, "datePublished") is { } date ? IsoDate.Leniently(date) : null,
        Address(article));

    /// <summary>The name of a person or an organisation, which may stand there as an object or as the bare name.</summary>
    static string? Name(JsonElement who)
    {
        var name = who.ValueKind is JsonValueKind.Object ? Line(who, "name") : who.ValueKind is JsonValueKind.String ? OneLine.Of(who.GetString()) : null;
        return name is null || WebAddress.Of(name) is not null ? null : name;
    }

    static string? Address(JsonElement article)
    {
        if (Line(article, "url") is { } url) return WebAddress.Of(url);
        if (!article.TryGetProperty("mainEntityOfPage", out var page)) return null;
        var id = page.ValueKind is JsonValueKind.Object ? Line(page, "@id") : page.ValueKind is JsonValueKind.String ? page.GetString() : null;
        return id is null ? null : WebAddress.Of(id);
    }

    static string? Line(JsonElement from, string property) =>
        from.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.String ? OneLine.Of(value.GetString()) : null;

    static IEnumerable<JsonElement> Each(JsonElement value) => value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
}
