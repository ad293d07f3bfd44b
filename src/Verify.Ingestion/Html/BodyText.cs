using System.Text;
using AngleSharp.Dom;

namespace Verify.Ingestion.Html;

/// <summary>
/// The text of an article's element: one block (paragraph, heading, list item, table row) a line with an empty line between, white
/// space inside a block as a browser shows it. Blocks that are mostly links are left out: they lead elsewhere ("Baca juga: …").
/// </summary>
sealed class BodyText
{
    /// <summary>A longer block is a paragraph, whatever links it holds.</summary>
    const int LongestLinkBlock = 250;

    static readonly HashSet<string> BlockElements =
    [
        "address", "article", "blockquote", "center", "dd", "details", "div", "dl", "dt", "fieldset", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ];

    readonly StringBuilder text = new();
    readonly StringBuilder block = new();
    int linkLetters;
    bool gap;

    /// <summary>Recursion is as deep as the page, which <see cref="PageParser.MaxDepth"/> bounds.</summary>
    public static string Of(IElement article)
    {
        var writer = new BodyText();
        writer.Write(article, inLink: false);
        writer.EndBlock();
        return writer.text.ToString();
    }

    void Write(INode node, bool inLink)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText words: Write(words.Data, inLink); break;
                case IElement { LocalName: "br" }: EndBlock(); break;
                case IElement { LocalName: "script" or "style" or "noscript" or "template" }: break;
                case IElement { LocalName: "td" or "th" } cell: WriteCell(cell, inLink); break;
                case IElement element: Write(element, inLink); break;
            }
        }
    }

    void Write(IElement element, bool inLink)
    {
        var isBlock = BlockElements.Contains(element.LocalName);
        if (isBlock) EndBlock();
        Write((INode)element, inLink || element.LocalName is "a");
        if (isBlock) EndBlock();
    }

    void WriteCell(IElement cell, bool inLink)
    {
        if (block.Length > 0) block.Append('\t');
        gap = false;
        Write((INode)cell, inLink);
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
            if (gap && block is { Length: > 0 } && block[^1] != '\t') block.Append(' ');
            gap = false;
            block.Append(c);
            if (inLink) linkLetters++;
        }
    }

    void EndBlock()
    {
        var line = block.ToString().Trim();
        var mostlyLink = linkLetters * 10L >= line.Length * 6L && line.Length <= LongestLinkBlock;
        if (line.Length > 0 && !mostlyLink)
        {
            if (text.Length > 0) text.Append("\n\n");
            text.Append(line);
        }
        block.Clear();
        linkLetters = 0;
        gap = false;
    }
}
