using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace Verify.Ingestion.Html;

/// <summary>The article's own text in a page, found by SmartReader, and the byline it saw on the way.</summary>
sealed record ArticleBody(string Text, Metadata Metadata)
{
    /// <summary>A block of fewer words is a label; a page of labels has no article.</summary>
    const int FewestWords = 4;

    /// <summary>Relative addresses are made absolute against it; none of them is kept or asked for.</summary>
    const string Nowhere = "https://page.invalid/";

    /// <summary>Reads <paramref name="page"/> and leaves it torn apart.</summary>
    public static Outcome<ArticleBody> Of(IHtmlDocument page, string name)
    {
        Furniture.Remove(page);
        IElement? body = null;
        using var reader = new Reader(Nowhere, page) { DisableJSONLD = true };
        reader.AddCustomOperationEnd(found => body = found);
        var article = reader.GetArticle();

        var text = body is null ? "" : BodyText.Of(body);
        return HasSentence(text)
            ? new ArticleBody(text, Metadata.None with { Authors = Byline.Of(article.Byline) is { } author ? [author] : [] })
            : Problems.NoArticle(name, "is a page without an article that could be found in it");
    }

    static bool HasSentence(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = 0;
            foreach (var word in line.Split(' '))
                if (line[word].IndexOfAnyExceptInRange('\0', '@') >= 0 && ++words >= FewestWords) return true;
            // Scripts without spaces between words.
            if (line.Length >= 10 && line.IndexOfAnyInRange('\u0E00', '\uFFFF') >= 0) return true;
        }
        return false;
    }
}
