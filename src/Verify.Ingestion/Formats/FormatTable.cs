using Verify.Workflow.Ports;

namespace Verify.Ingestion.Formats;

/// <summary>Which format an input is in: by its declared media type, then by its file ending, then by its first bytes, else plain text.</summary>
static class FormatTable
{
    static readonly IFormat Text = new TextFormat();
    static readonly IFormat[] Formats = [new HtmlFormat(), new JsonFormat(), Text];

    /// <summary>Types that say nothing: what programs send when nobody told them.</summary>
    static readonly string[] Unspecific = ["", "*/*", "application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded"];

    /// <summary>Whether an input that is declared as this is worth a look.</summary>
    public static bool IsRead(string? mediaType)
    {
        var declared = MediaType.Of(mediaType);
        return Formats.Any(f => f.MediaTypes.Contains(declared)) || IsText(declared) || Unspecific.Contains(declared);
    }

    public static Outcome<IFormat> For(ArticleInput input)
    {
        var declared = MediaType.Of(input.MediaType);
        if (Formats.FirstOrDefault(f => f.MediaTypes.Contains(declared)) is { } byType) return Found(byType);

        var name = Source.NameOf(input.FileName);
        var isText = IsText(declared);
        if (!isText && !Unspecific.Contains(declared)) return Problems.UnsupportedFormat(name, $"declared as {Problems.Short(declared)}");

        var start = FirstBytes.Of(input.Bytes.Span);
        if (!isText && (ByEnding(input.FileName) ?? ByStart(start)) is { } found) return Found(found);
        return Markup.BeginsXml(start) ? Problems.UnsupportedFormat(name, "an XML document") : Found(Text);
    }

    static bool IsText(string declared) => declared.StartsWith("text/", StringComparison.Ordinal);

    static IFormat? ByEnding(string? fileName)
    {
        var ending = Path.GetExtension(fileName ?? "").ToLowerInvariant();
        return Formats.FirstOrDefault(f => f.Endings.Contains(ending));
    }

    static IFormat? ByStart(ReadOnlySpan<byte> start)
    {
        foreach (var format in Formats)
            if (format.Begins(start)) return format;
        return null;
    }

    static Outcome<IFormat> Found(IFormat format) => Outcome<IFormat>.Of(format);
}
