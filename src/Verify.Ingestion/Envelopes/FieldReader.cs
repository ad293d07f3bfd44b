using System.Collections.Immutable;
using System.Text.Json;
using Verify.Ingestion.Decoding;
using Verify.Ingestion.Languages;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Envelopes;

/// <summary>Reads the fields of one envelope. The first value that does not fit is kept as <see cref="Problem"/>; JSON null is an absent field.</summary>
/// <param name="name">How messages call the envelope.</param>
sealed class FieldReader(string name)
{
    public InputProblem? Problem { get; private set; }

    /// <summary>Text of any length, as it is but for a byte-order mark.</summary>
    public string? Text(JsonProperty field)
    {
        if (String(field.Value, Pointer(field.Name)) is not { } text) return null;
        text = text.TrimStart('\uFEFF');
        Problem ??= TextCheck.Of(text, name, Pointer(field.Name));
        return text;
    }

    /// <summary>A short text on one line, trimmed; blank is absent.</summary>
    public string? Line(JsonProperty field) => OneLine.Of(String(field.Value, Pointer(field.Name)));

    public ImmutableArray<string> Lines(JsonProperty field)
    {
        if (field.Value.ValueKind is JsonValueKind.Null) return [];
        if (field.Value.ValueKind is not JsonValueKind.Array)
        {
            Wrong(Pointer(field.Name), $"is {KindOf(field.Value)}; send an array of strings, or one string as \"author\"");
            return [];
        }

        var index = 0;
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var item in field.Value.EnumerateArray())
            if (OneLine.Of(String(item, $"{Pointer(field.Name)}/{index++}")) is { } line) lines.Add(line);
        return lines.ToImmutable();
    }

    public string? Language(JsonProperty field) =>
        Check(field, LanguageTag.Normalise, "is no language tag (BCP 47); send one such as \"id\" or \"en-GB\", or leave it out to have it found");

    public string? Date(JsonProperty field) =>
        Check(field, IsoDate.Of, "is no ISO 8601 date; send one such as \"2024-05-31\" or \"2024-05-31T07:30:00+07:00\"");

    public string? Address(JsonProperty field) =>
        Check(field, WebAddress.Of, "is no absolute http or https address; send one such as \"https://example.org/article\"");

    public InputProblem Unknown(string field) =>
        Problems.WrongShape(
            $"{name} has the unknown field {Problems.Short(field)}. Known are text, html, title, lang, author, authors, publisher, published and url.",
            Pointer(field));

    public InputProblem Twice(string field) =>
        Problems.WrongShape($"{name} has the field {Problems.Short(field)} twice. Send it once.", Pointer(field));

    public InputProblem OneOf(string one, string other) =>
        Problems.WrongShape($"{name} has both \"{one}\" and \"{other}\". Send one of them.", Pointer(other));

    public InputProblem NoText() =>
        Problems.WrongShape($"{name} has no \"text\". Send the article's text as \"text\", its page as \"html\", or the address that it stands at as \"url\".", "/text");

    /// <summary>What a JSON value is, with its article, for a message.</summary>
    public static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };

    string? Check(JsonProperty field, Func<string, string?> reading, string wrong)
    {
        if (String(field.Value, Pointer(field.Name)) is not { } sent) return null;
        if (reading(sent) is { } value) return value;
        Wrong(Pointer(field.Name), $"{Problems.Short(sent)} {wrong}");
        return null;
    }

    string? String(JsonElement value, string pointer)
    {
        if (value.ValueKind is JsonValueKind.String) return value.GetString();
        if (value.ValueKind is not JsonValueKind.Null) Wrong(pointer, $"is {KindOf(value)}; send a string");
        return null;
    }

    void Wrong(string pointer, string what) => Problem ??= Problems.WrongShape($"{name}, field {Problems.Short(pointer)}: {what}.", pointer);

    /// <summary>RFC 6901. A name too long to be one that was meant is cut.</summary>
    static string Pointer(string field) => "/" + (field.Length > 80 ? field[..80] : field).Replace("~", "~0").Replace("/", "~1");
}
