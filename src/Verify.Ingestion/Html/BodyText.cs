using System.Text;
using AngleSharp.Dom;

namespace Verify.Ingestion.Html;

/// <summary>
/// The text of an article's element: paragraphs and headings with an empty line between, list items and table rows a line each, white
/// space inside a line as a browser shows it. Lines that are mostly links are left out: they lead elsewhere ("Baca juga: …").
/// </summary>
sealed class BodyText
{
    /// <summary>A longer line is a paragraph, whatever links it holds.</summary>
    const int LongestLinks = 250;

    /// <summary>Stand on lines of their own, with an empty line around.</summary>
    static readonly HashSet<string> Blocks =
    [
        "address", "article", "blockquote", "center", "details", "div", "dl", "fieldset", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "main", "ol", "p", "pre", "section", "summary", "table", "ul",
    ];

    /// <summary>Stand on lines of their own.</summary>
    static readonly HashSet<string> Lines = ["dd", "dt", "li", "tr"];

    readonly StringBuilder text = new();
    readonly StringBuilder line = new();
    int breaks;
    int linkLetters;
    bool gap;

    /// <summary>Recursion is as deep as the page, which <see cref="PageParser.MaxDepth"/> bounds.</summary>
    public static string Of(IElement article)
    {
        var writer = new BodyText();
        writer.WriteChildren(article, inLink: false);
        writer.EndLine(0);
        return writer.text.ToString();
    }

    void WriteChildren(INode node, bool inLink)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words: Write(words.Data, inLink); break;
                case IElement { LocalName: "br" }: EndLine(line.Length > 0 ? 1 : breaks + 1); break;
                case IElement { LocalName: "script" or "style" or "noscript" or "template" }: break;
                case IElement { LocalName: "td" or "th" } cell: WriteCell(cell, inLink); break;
                case IElement element: Write(element, inLink); break;
            }
        }
    }

    void Write(IElement element, bool inLink)
    {
        var breaksAround = Blocks.Contains(element.LocalName) ? 2 : Lines.Contains(element.LocalName) ? 1 : 0;
        if (breaksAround > 0) EndLine(breaksAround);
        WriteChildren(element, inLink || element.LocalName is "a");
        if (breaksAround > 0) EndLine(breaksAround);
    }

    void WriteCell(IElement cell, bool inLink)
    {
        if (line.Length > 0) line.Append('\t');
        gap = false;
        WriteChildren(cell, inLink);
    }

    void Write(string words, bool inLink)
    {
        foreach (var c in words)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                gap = true;
                continue;
            }
            if (gap && line.Length > 0 && line[^1] != '\t') line.Append(' ');
            gap = false;
            line.Append(c);
            if (inLink) linkLetters++;
        }
    }

    /// <param name="newBreaks">Line breaks before what follows; of several that meet the largest counts, and never more than two.</param>
    void EndLine(int newBreaks)
    {
        var words = line.ToString().Trim();
        var mostlyLink = linkLetters * 10L >= words.Length * 6L && words.Length <= LongestLinks;
        if (words.Length > 0 && !mostlyLink)
        {
            if (text.Length > 0) text.Append('\n', Math.Clamp(breaks, 1, 2));
            text.Append(words);
            breaks = 0;
        }
        breaks = Math.Max(breaks, newBreaks);
        line.Clear();
        linkLetters = 0;
        gap = false;
    }
}
