using System.Globalization;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;

namespace Verify.Claims.Tests.Specs;

/// <summary>
/// The written form of a reading: <c>`&gt; 500 [hulu ledak]` · clause … · subject … · speaker Pentagon (mengatakan) · saying … · stated … · projected · sum 500 → 650 = +30 % ≠ 20 %</c>.
/// Clause, subject, content and the reasons of the risk ("· risk accuses somebody, about a named person") are compared only where the page names them; a speaker, a time, a modality or a sum that fails which it does not name must not be there.
/// </summary>
/// <remarks>
/// <c>speaker she = Ruth Marsh (said)</c> tells whom a pronoun stands for. A quantity is relation (none for equal), value or <c>5..10</c>, <c>{code}</c> or <c>{unit as written}</c>, <c>[counted]</c>, the kind where
/// the rest does not tell it, <c>rise</c> or <c>fall</c> for a change through a range, and <c>or 1.234</c> for the other reading, <c>or 1.234..1.456</c> of a range. A tied group is joined by <c>+</c>.
/// </remarks>
static class Notation
{
    const string Separator = " · ";

    static readonly string[] Order = ["clause ", "subject ", "speaker ", "saying ", "stated ", "risk ", "content "];

    /// <summary>The parts in canonical order.</summary>
    public static string Normal(string line)
    {
        var parts = line.Split(Separator, StringSplitOptions.TrimEntries);
        return string.Join(Separator, parts.Take(1).Concat(parts.Skip(1).OrderBy(Rank)));
    }

    public static string Of(Claim claim, Extraction extraction, string text, string expected)
    {
        List<string> parts = [$"`{string.Join(" + ", claim.Quantities.Select(q => Of(extraction.Quantities[q], text)))}`"];
        if (expected.Contains(Separator + Order[0], StringComparison.Ordinal)) parts.Add(Order[0] + Words(claim.Span, text));
        if (expected.Contains(Separator + Order[1], StringComparison.Ordinal)) parts.Add(Order[1] + (claim.Subject is { } subject ? Words(subject, text) : "none"));
        if (claim.Cue is { } cue) parts.Add($"speaker {(claim.Speaker is { } speaker ? Words(speaker, text) : "none")}{(claim.Named is { } named ? " = " + Words(named, text) : "")} ({Words(cue, text)})");
        parts.AddRange(claim.Times.Where(t => t.Of == TimeOf.Saying).Select(t => "saying " + Words(t.Span, text)));
        parts.AddRange(claim.Times.Where(t => t.Of == TimeOf.Stated).Select(t => "stated " + Words(t.Span, text)));
        if (expected.Contains(Separator + Order[5], StringComparison.Ordinal)) parts.Add(Order[5] + (claim.RiskReasons.IsEmpty ? "none" : string.Join(", ", claim.RiskReasons)));
        if (expected.Contains(Separator + Order[6], StringComparison.Ordinal)) parts.Add(Order[6] + (claim.Content is { } content ? Words(content, text) : "none"));
        if (claim.Modality != Modality.Asserted) parts.Add(ExtractionJson.NameOf(claim.Modality));
        parts.AddRange(claim.Discrepancies.Select(d => "sum " + d.Sum));
        return string.Join(Separator, parts);
    }

    public static string Of(Quantity quantity, string text)
    {
        List<string> parts = [];
        if (quantity.Relation is not (Relation.Equal or Relation.Range)) parts.Add(ExtractionJson.NameOf(quantity.Relation));
        parts.Add(quantity.Upper is { } upper ? $"{Plain(quantity.Value)}..{Plain(upper)}" : Plain(quantity.Value));
        if (quantity.Unit is { } unit) parts.Add($"{{{unit.Code ?? Words(unit.Span, text)}}}");
        if (quantity.Counted is { } counted) parts.Add($"[{Words(counted, text)}]");
        if (quantity.Kind != Implied(quantity)) parts.Add(ExtractionJson.NameOf(quantity.Kind));
        if (quantity.Change is { } change) parts.Add(ExtractionJson.NameOf(change));
        if (quantity.Ambiguous is { } other) parts.Add("or " + Plain(other) + (quantity.AmbiguousUpper is { } end ? ".." + Plain(end) : ""));
        return string.Join(' ', parts);
    }

    static QuantityKind Implied(Quantity quantity) => quantity switch
    {
        { Unit.Code: "%" } => QuantityKind.Percent,
        { Unit.Code: { Length: >= 3 } code } when code[..3].All(char.IsAsciiLetterUpper) => QuantityKind.Money,
        { Unit: not null } => QuantityKind.Measure,
        { Counted: not null } => QuantityKind.Count,
        _ => QuantityKind.Other,
    };

    static int Rank(string part) => Array.FindIndex(Order, o => part.StartsWith(o, StringComparison.Ordinal)) is var at and >= 0 ? at : Order.Length;

    static string Plain(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);

    static string Words(Excerpt place, string text) => place.Of(text).ToString();
}
