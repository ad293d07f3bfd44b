using System.Text;
using Verify.Ingestion.Decoding;
using Verify.Ingestion.Envelopes;

namespace Verify.Ingestion.Formats;

/// <summary>
/// The JSON envelope: one object with <c>text</c> or <c>html</c>, and what its sender knows of the article; or without either, with the
/// <c>url</c> that the article stands at. The article is named by the UTF-8 bytes of the text (or of the HTML), never by those of the envelope.
/// </summary>
sealed class JsonFormat : IFormat
{
    readonly HtmlFormat html = new();

    public string Name => "json";

    public IReadOnlyList<string> MediaTypes { get; } = ["application/json", "text/json"];

    public IReadOnlyList<string> Endings { get; } = [".json"];

    public bool Begins(ReadOnlySpan<byte> start) => start is [(byte)'{', ..] && FirstBytes.Of(start[1..]) is [(byte)'"' or (byte)'}', ..];

    public Outcome<Draft> Read(Source source)
    {
        // RFC 8259: JSON between systems is UTF-8.
        var decoded = TextDecoder.Decode(source with { Charset = source.Charset ?? "utf-8" });
        if (decoded.Value is not { } json) return decoded.Problem!;

        var opened = Envelope.Open(json, source.Name);
        if (opened.Value is not { } envelope) return opened.Problem!;

        var raw = Encoding.UTF8.GetBytes(envelope.Html ?? envelope.Text ?? "");
        if (envelope.Html is null)
            return new Draft(raw, envelope.Text, Name) { StatedLanguage = envelope.Language, Metadata = envelope.Metadata };

        var page = html.Read(source with { Bytes = raw, Charset = "utf-8" });
        if (page.Value is not { } draft) return page.Problem! with { Field = "/html" };
        return draft with { StatedLanguage = envelope.Language, Metadata = envelope.Metadata.Or(draft.Metadata) };
    }
}
