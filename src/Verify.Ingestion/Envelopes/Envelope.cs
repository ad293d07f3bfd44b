using System.Collections.Immutable;
using System.Text.Json;

namespace Verify.Ingestion.Envelopes;

/// <summary>
/// What a JSON envelope holds. Exactly one of <paramref name="Text"/> and <paramref name="Html"/> is there; or neither, and the metadata has
/// the address that the article stands at.
/// </summary>
/// <param name="Language">A BCP 47 tag, normalised; null to find it.</param>
sealed record Envelope(string? Text, string? Html, string? Language, Metadata Metadata)
{
    /// <summary>Reads an envelope strictly: an unknown, repeated or wrongly typed field is an error that names it.</summary>
    public static Outcome<Envelope> Open(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var lone = LoneEscape.In(json);
            if (lone >= 0) return Problems.LoneEscape(name, json, lone);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
                return Problems.WrongShape($"{name} is JSON, but {FieldReader.KindOf(document.RootElement)}. Send an object: {{\"text\": \"…\"}}.", "");
            return Read(new FieldReader(name), document.RootElement);
        }
        catch (JsonException bad)
        {
            return Problems.InvalidJson(name, bad);
        }
    }

    static Outcome<Envelope> Read(FieldReader fields, JsonElement root)
    {
        string? text = null, html = null, title = null, language = null, publisher = null, published = null, url = null;
        ImmutableArray<string> authors = [];
        var seen = new HashSet<string>();
        foreach (var field in root.EnumerateObject())
        {
            if (!seen.Add(field.Name)) return fields.Twice(field.Name);
            switch (field.Name)
            {
                case "text": text = fields.Text(field); break;
                case "html": html = fields.Text(field); break;
                case "title": title = fields.Line(field); break;
                case "lang": language = fields.Language(field); break;
                case "author": authors = fields.Line(field) is { } author ? [author] : []; break;
                case "authors": authors = fields.Lines(field); break;
                case "publisher": publisher = fields.Line(field); break;
                case "published": published = fields.Date(field); break;
                case "url": url = fields.Address(field); break;
                default: return fields.Unknown(field.Name);
            }
            if (fields.Problem is { } problem) return problem;
        }

        if (text is not null && html is not null) return fields.OneOf("text", "html");
        if (seen.Contains("author") && seen.Contains("authors")) return fields.OneOf("author", "authors");
        if (text is null && html is null && url is null) return fields.NoText();
        return new Envelope(text, html, language, new Metadata(title, authors, publisher, published, url));
    }
}
