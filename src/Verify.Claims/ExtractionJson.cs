using System.Collections.Immutable;
using System.Text.Json;
using Verify.Claims.Arithmetic;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;

namespace Verify.Claims;

/// <summary>
/// Writes one extraction as the JSON object of <c>verify extract --jsonl</c>. Places are UTF-16 code units, end exclusive.
/// A lone surrogate in a slice is written as U+FFFD, since JSON in UTF-8 cannot hold one.
/// </summary>
public static class ExtractionJson
{
    static readonly string[] Relations = ["=", "~", ">", ">=", "<", "<=", "range"];
    static readonly string[] Kinds = ["count", "money", "percent", "measure", "ratio", "ordinal", "change", "other"];
    static readonly string[] Modalities = ["asserted", "projected", "hedged", "denied", "conditional"];
    static readonly string[] Directions = ["rise", "fall"];
    static readonly string[] Discrepancies = ["percentChange", "difference", "multiple", "share", "total", "whole"];

    /// <param name="id">The caller's name for the text; null is written as null.</param>
    /// <param name="language">That of the text; what was read in another has its own "lang".</param>
    public static void Write(Utf8JsonWriter json, string? id, string language, string text, Extraction extraction)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("lang", language);
        json.WriteStartArray("quantities");
        foreach (var quantity in extraction.Quantities) Write(json, text, quantity, extraction);
        json.WriteEndArray();
        json.WriteStartArray("claims");
        foreach (var claim in extraction.Claims) Write(json, text, claim, extraction);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The contract's name of a relation: <c>= ~ &gt; &gt;= &lt; &lt;= range</c>.</summary>
    public static string NameOf(Relation relation) => Relations[(int)relation];

    /// <summary>The contract's name of a kind.</summary>
    public static string NameOf(QuantityKind kind) => Kinds[(int)kind];

    /// <summary>The contract's name of a modality.</summary>
    public static string NameOf(Modality modality) => Modalities[(int)modality];

    /// <summary>The name of a direction: <c>rise</c> or <c>fall</c>. A quantity has one, as "change", only where it is a range that a change leads through.</summary>
    public static string NameOf(Direction direction) => Directions[(int)direction];

    /// <summary>The contract's name of a discrepancy.</summary>
    public static string NameOf(DiscrepancyKind kind) => Discrepancies[(int)kind];

    static void Write(Utf8JsonWriter json, string text, Quantity quantity, Extraction extraction)
    {
        json.WriteStartObject();
        PlaceJson.WritePlace(json, text, quantity.Span);
        PlaceJson.WriteBare(json, "number", quantity.Number);
        json.WriteNumber("value", quantity.Value);
        WriteNumber(json, "upper", quantity.Upper);
        json.WriteString("relation", NameOf(quantity.Relation));
        if (quantity.Unit is { } unit)
        {
            json.WriteStartObject("unit");
            PlaceJson.WritePlace(json, text, unit.Span);
            json.WriteString("code", unit.Code);
            json.WriteEndObject();
        }
        else json.WriteNull("unit");
        json.WriteString("kind", NameOf(quantity.Kind));
        PlaceJson.WriteSlice(json, text, "counted", quantity.Counted);
        WriteNumber(json, "ambiguous", quantity.Ambiguous);
        if (quantity.AmbiguousUpper is { } upper) json.WriteNumber("ambiguousUpper", upper);
        if (quantity.Change is { } change) json.WriteString("change", NameOf(change));
        if (extraction.LanguageAt(quantity.Number) is { } other) json.WriteString("lang", other);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string text, Claim claim, Extraction extraction)
    {
        json.WriteStartObject();
        PlaceJson.WritePlace(json, text, claim.Span);
        PlaceJson.WriteBare(json, "sentence", claim.Sentence);
        json.WriteStartArray("quantities");
        foreach (var index in claim.Quantities) json.WriteNumberValue(index);
        json.WriteEndArray();
        PlaceJson.WriteSlice(json, text, "subject", claim.Subject);
        WriteSpeaker(json, text, claim);
        PlaceJson.WriteSlice(json, text, "cue", claim.Cue);
        PlaceJson.WriteBare(json, "content", claim.Content);
        json.WriteStartArray("times");
        foreach (var time in claim.Times)
        {
            json.WriteStartObject();
            PlaceJson.WritePlace(json, text, time.Span);
            json.WriteString("of", time.Of == TimeOf.Saying ? "saying" : "stated");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("modality", NameOf(claim.Modality));
        json.WriteNumber("worth", claim.Worth);
        WriteWords(json, "reasons", claim.Reasons);
        json.WriteNumber("risk", claim.Risk);
        WriteWords(json, "riskReasons", claim.RiskReasons);
        json.WriteStartArray("discrepancies");
        foreach (var discrepancy in claim.Discrepancies) Write(json, discrepancy);
        json.WriteEndArray();
        if (extraction.LanguageAt(claim.Span) is { } other) json.WriteString("lang", other);
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, Discrepancy discrepancy)
    {
        json.WriteStartObject();
        json.WriteString("kind", NameOf(discrepancy.Kind));
        json.WriteStartArray("quantities");
        foreach (var index in discrepancy.Quantities) json.WriteNumberValue(index);
        json.WriteEndArray();
        json.WriteNumber("expected", discrepancy.Expected);
        json.WriteNumber("stated", discrepancy.Stated);
        json.WriteString("sum", discrepancy.Sum);
        json.WriteEndObject();
    }

    static void WriteWords(Utf8JsonWriter json, string name, ImmutableArray<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    /// <summary>A speaker that is a pronoun also tells, as "named", whom it stands for, where the text does.</summary>
    static void WriteSpeaker(Utf8JsonWriter json, string text, Claim claim)
    {
        if (claim is not { Speaker: { } speaker, Named: { } named })
        {
            PlaceJson.WriteSlice(json, text, "speaker", claim.Speaker);
            return;
        }
        json.WriteStartObject("speaker");
        PlaceJson.WritePlace(json, text, speaker);
        PlaceJson.WriteSlice(json, text, "named", named);
        json.WriteEndObject();
    }

    static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } given) json.WriteNumber(name, given);
        else json.WriteNull(name);
    }
}
