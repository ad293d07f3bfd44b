using Verify.Ingestion.Decoding;
using Verify.Ingestion.Html;

namespace Verify.Ingestion.Formats;

/// <summary>
/// A web page: the text of its article, and what the page tells of it. Nothing is loaded and no script runs. Bounded by
/// <see cref="PageParser"/>.
/// </summary>
sealed class HtmlFormat : IFormat
{
    public string Name => "html";

    public IReadOnlyList<string> MediaTypes { get; } = ["text/html", "application/xhtml+xml"];

    public IReadOnlyList<string> Endings { get; } = [".html", ".htm", ".xhtml"];

    public bool Begins(ReadOnlySpan<byte> start) => Markup.BeginsHtml(start);

    public Outcome<Draft> Read(Source source)
    {
        try
        {
            return ReadPage(source);
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // Two large parsers stand behind this, and the bytes are anyone's: a fault in them is this page's problem, not the host's.
            return Problems.NoArticle(source.Name, $"is a page that could not be parsed ({bad.GetType().Name})");
        }
    }

    Outcome<Draft> ReadPage(Source source)
    {
        var decoded = TextDecoder.Decode(source, MetaCharset.Of(source.Bytes.Span));
        if (decoded.Value is not { } html) return decoded.Problem!;

        var parsed = PageParser.Parse(html, source.Name);
        if (parsed.Value is not { } page) return parsed.Problem!;
        using (page)
        {
            // Finding the body tears the page apart: what the page states is read before.
            var metadata = PageMetadata.Of(page);
            var language = PageLanguage.Of(page);
            var body = ArticleBody.Of(page, source.Name);
            return body.Value is { } article
                ? new Draft(source.Bytes, article.Text, Name) { DeclaredLanguage = language, Metadata = metadata.Or(article.Metadata) }
                : body.Problem!;
        }
    }
}
