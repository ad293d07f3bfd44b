using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Verify.Ingestion.Html;

/// <summary>
/// Parses a page within bounds, so that everything that walks it afterwards, recursion included, ends soon and on any stack. Loads
/// nothing and runs no script.
/// </summary>
static class PageParser
{
    /// <summary>Levels below the root; what is nested deeper is kept as siblings.</summary>
    public const int MaxDepth = 256;

    /// <summary>Elements of one page. Parsing is quadratic in elements left open.</summary>
    public const int MaxElements = 20_000;

    /// <summary>Characters of text outside scripts and styles: a novel and a half.</summary>
    public const int MaxText = 1_000_000;

    static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase)
    {
        "class", "id", "role", "hidden", "aria-hidden", "aria-modal", "style", "lang", "xml:lang", "href", "rel", "name", "property",
        "content", "itemprop", "http-equiv", "charset", "type", "datetime", "colspan", "rowspan", "summary",
    };

    /// <summary>
    /// The formatting elements of the HTML Standard (13.2.4.3) that can be told apart by attributes only. The parser reopens those left
    /// open in every later block: without attributes it keeps three alike, with them as many as there are.
    /// </summary>
    static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    public static Outcome<IHtmlDocument> Parse(string html, string name)
    {
        var elements = 0;
        var options = new HtmlParserOptions
        {
            // noscript is read as it is by a browser that runs scripts: not at all.
            IsScripting = true,
            MaximumDepth = MaxDepth,
            SkipComments = true,
            SkipProcessingInstructions = true,
            ShouldEmitAttribute = (ref token, attribute) => Kept.Contains(attribute.ToString()) && !Formatting.Contains(token.Name.ToString()),
            OnCreated = (_, _) =>
            {
                if (++elements > MaxElements) throw new TooManyElementsException();
            },
        };

        IHtmlDocument page;
        try
        {
            page = new HtmlParser(options).ParseDocument(html);
        }
        catch (TooManyElementsException)
        {
            return Problems.PageTooLarge(name, "elements", MaxElements);
        }

        if (TooLarge(page) is not { } what) return Outcome<IHtmlDocument>.Of(page);
        page.Dispose();
        return Problems.PageTooLarge(name, what.What, what.Limit);
    }

    /// <summary>Elements that the parser reopened are not reported as created, so they are counted once more.</summary>
    static (string What, int Limit)? TooLarge(IHtmlDocument page)
    {
        var elements = 0;
        var text = 0;
        foreach (var node in Nodes.Within(page))
        {
            if (node is IElement && ++elements > MaxElements) return ("elements", MaxElements);
            if (node is ICharacterData data && node.ParentElement?.LocalName is not ("script" or "style" or "noscript")
                && (text += data.Length) > MaxText) return ("characters of text", MaxText);
        }
        return null;
    }

    /// <summary>Leaves the parser, which offers no other way out; never leaves this class.</summary>
    sealed class TooManyElementsException : Exception;
}
