using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace Verify.Ingestion.Html;

/// <summary>The article's own text in a page, found by SmartReader, and the byline it saw on the way.</summary>
sealed record ArticleBody(string Text, Metadata Metadata)
{
    /// <summary>A block of fewer words is a label; a page of labels has no article.</summary>
    const int FewestWords = 4;

    /// <summary>
    /// Elements of a page without its furniture. SmartReader takes time quadratic in them: at this bound up to 3 s for a page made to be
    /// slow, 0.1 s for an article. Articles with a thousand paragraphs stay below it.
    /// </summary>
    const int MaxElements = 8_000;

    /// <summary>Relative addresses are made absolute against it; none of them is kept or asked for.</summary>
    const string Nowhere = "https://page.invalid/";

    /// <summary>Reads <paramref name="page"/> and leaves it torn apart.</summary>
    public static Outcome<ArticleBody> Of(IHtmlDocument page, string name)
    {
        Furniture.Remove(page);
        if (page.All.Length > MaxElements) return Problems.PageTooLarge(name, "elements in its text", MaxElements);
        ShortenForComparison(page);

        IElement? body = null;
        using var reader = new Reader(Nowhere, page) { DisableJSONLD = true };
        reader.AddCustomOperationEnd(found => body = found);
        var article = reader.GetArticle();

        var text = body is null ? "" : BodyText.Of(body);
        return HasSentence(text)
            ? new ArticleBody(text, Metadata.None with { Authors = Byline.Of(article.Byline) is { } author ? [author] : [] })
            : Problems.NoArticle(name, "is a page without an article that could be found in it");
    }

    /// <summary>
    /// SmartReader takes the title from a lone h1 where the title element is too long, compares every h1 and h2 with it word by word, and
    /// searches every style attribute: what is longer than any headline is none, and styles have told what they can.
    /// </summary>
    static void ShortenForComparison(IHtmlDocument page)
    {
        if (page.QuerySelector("title") is { } title) title.TextContent = OneLine.Of(title.TextContent) ?? "";
        foreach (var element in page.QuerySelectorAll("[style]")) element.RemoveAttribute("style");
        foreach (var heading in page.QuerySelectorAll("h1, h2").Where(h => Nodes.TextLength(h) > OneLine.Longest))
        {
            var block = page.CreateElement("div");
            heading.Replace(block);
            block.Append([.. heading.ChildNodes]);
        }
    }

    static bool HasSentence(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var words = 0;
            foreach (var word in line.Split(' '))
                if (line[word].IndexOfAnyExceptInRange('\0', '@') >= 0 && ++words >= FewestWords) return true;
            if (IsWrittenWithoutSpaces(line)) return true;
        }
        return false;
    }

    /// <summary>True for ten letters or more of scripts that put no space between words (from Thai on in Unicode's order).</summary>
    static bool IsWrittenWithoutSpaces(ReadOnlySpan<char> line)
    {
        var letters = 0;
        foreach (var c in line)
            if (c >= '\u0E00' && char.IsLetter(c) && ++letters >= 10) return true;
        return false;
    }
}
