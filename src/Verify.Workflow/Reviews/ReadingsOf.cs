using System.Collections.Immutable;
using Verify.Claims;
using Verify.Claims.Arithmetic;
using Verify.Claims.Quantities;

namespace Verify.Workflow.Reviews;

/// <summary>Cuts the claims of an extraction free of it: each with its own words and figures.</summary>
static class ReadingsOf
{
    public static ImmutableArray<Reading> Text(string text, Extraction extraction, IEnumerable<Claim> claims) =>
        [.. claims.Select(claim => One(text, extraction, claim))];

    static Reading One(string text, Extraction extraction, Claim claim) => new(
        Cut(text, claim.Span),
        Cut(text, claim.Sentence),
        [.. claim.Quantities.Select(index => Figure(text, extraction.Quantities[index]))],
        Cut(text, claim.Subject),
        Cut(text, claim.Named ?? claim.Speaker),
        Cut(text, claim.Cue),
        Cut(text, claim.Content),
        [.. claim.Times.Select(time => new TimeReading(time.Span.Start, time.Span.End, Words(text, time.Span), time.Of))],
        claim.Modality,
        claim.Worth,
        claim.Reasons,
        claim.Risk,
        claim.RiskReasons,
        Discrepancies: claim.Discrepancies.IsEmpty ? null : [.. claim.Discrepancies.Select(one => Sum(text, extraction, one))],
        Language: extraction.LanguageAt(claim.Span));

    static DiscrepancyReading Sum(string text, Extraction extraction, Discrepancy one) => new(
        one.Kind, [.. one.Quantities.Select(index => Cut(text, extraction.Quantities[index].Span))], one.Expected, one.Stated, one.Sum);

    static QuantityReading Figure(string text, Quantity quantity) => new(
        quantity.Span.Start,
        quantity.Span.End,
        Words(text, quantity.Span),
        new(quantity.Number.Start, quantity.Number.End),
        quantity.Value,
        quantity.Upper,
        quantity.Relation,
        quantity.Unit is { } unit ? new(unit.Span.Start, unit.Span.End, Words(text, unit.Span), unit.Code) : null,
        quantity.Kind,
        Cut(text, quantity.Counted),
        quantity.Ambiguous,
        quantity.AmbiguousUpper,
        quantity.Change);

    static Phrase? Cut(string text, Excerpt? at) => at is { } place ? Cut(text, place) : null;

    static Phrase Cut(string text, Excerpt at) => new(at.Start, at.End, Words(text, at));

    static string Words(string text, Excerpt at) => text[at.Start..at.End];
}
