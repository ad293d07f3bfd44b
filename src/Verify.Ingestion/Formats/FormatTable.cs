using Verify.Workflow.Ports;

namespace Verify.Ingestion.Formats;

/// <summary>Which format an input is in: by its declared media type, then by its file ending, then by its first bytes, else plain text.</summary>
static class FormatTable
{
    static readonly IFormat Text = new TextFormat();
    static readonly IFormat[] Formats = [new HtmlFormat(), new JsonFormat(), Text];

    /// <summary>Types that say nothing: what programs send when nobody told them.</summary>
    static readonly string[] Unspecific = ["", "*/*", "application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded"];

    public static Outcome<IFormat> For(ArticleInput input)
    {
        var declared = MediaType.Of(input.MediaType);
        if (Formats.FirstOrDefault(f => f.MediaTypes.Contains(declared)) is { } byType) return Found(byType);
        if (!Unspecific.Contains(declared))
        {
            return declared.StartsWith("text/", StringComparison.Ordinal)
                ? Found(Text)
                : Problems.UnsupportedFormat(Source.NameOf(input.FileName), $"declared as {Problems.Short(declared)}");
        }

        var ending = Path.GetExtension(input.FileName ?? "").ToLowerInvariant();
        if (Formats.FirstOrDefault(f => f.Endings.Contains(ending)) is { } byEnding) return Found(byEnding);

        var start = FirstBytes.Of(input.Bytes.Span);
        foreach (var format in Formats)
            if (format.Begins(start)) return Found(format);
        return Found(Text);
    }

    // An interface does not convert implicitly to a struct of itself.
    static Outcome<IFormat> Found(IFormat format) => Outcome<IFormat>.Of(format);
}
