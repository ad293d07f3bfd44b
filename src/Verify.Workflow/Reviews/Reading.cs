using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;

namespace Verify.Workflow.Reviews;

/// <summary>Words and where they stand in the article's text (UTF-16 code units, end exclusive).</summary>
public sealed record Phrase(int Start, int End, string Text);

/// <summary>A place without its words.</summary>
public sealed record Place(int Start, int End);

/// <summary>A unit as written, with its UCUM or ISO 4217 code where one exists.</summary>
public sealed record UnitReading(int Start, int End, string Text, string? Code);

/// <summary>A time as written, and what it dates.</summary>
public sealed record TimeReading(int Start, int End, string Text, TimeOf Of);

/// <summary>One figure as it was read.</summary>
/// <param name="Ambiguous">The other value the same characters may mean; of a range its lower end.</param>
/// <param name="AmbiguousUpper">The upper end that goes with it; not written where there is none.</param>
/// <param name="Change">Which way a change leads through a range; null, and not written, where none does: older readings stay as they were.</param>
public sealed record QuantityReading(
    int Start,
    int End,
    string Text,
    Place Number,
    decimal Value,
    decimal? Upper,
    Relation Relation,
    UnitReading? Unit,
    QuantityKind Kind,
    Phrase? Counted,
    decimal? Ambiguous,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? AmbiguousUpper = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Direction? Change = null);

/// <summary>A claim as it was read and as a reviewer is shown it, free of the extraction it came from.</summary>
/// <param name="Quantities">At least one; several when they are tied ("from 5 to 10", "3 of 7").</param>
/// <param name="Worth">Check-worthiness, 0 to 1.</param>
/// <param name="Reasons">Why this worth, most weighty first.</param>
/// <param name="Risk">How bad a wrong approval would be, 0 to 1. Null, and not written, in what a version without risks read: its hash of what was shown stays.</param>
/// <param name="RiskReasons">Why this risk, most weighty first; null where <paramref name="Risk"/> is.</param>
/// <param name="Entities">Null, and not written, where nobody was asked: a reading of such a desk is written as it always was.</param>
/// <param name="Discrepancies">Null, and not written, where every sum comes out: most readings.</param>
/// <param name="Language">BCP 47 tag of the language it was read in, where that is not the article's own; null, and not written, in all others.</param>
public sealed record Reading(
    Phrase Claim,
    Phrase Sentence,
    ImmutableArray<QuantityReading> Quantities,
    Phrase? Subject,
    Phrase? Speaker,
    Phrase? Cue,
    Phrase? Content,
    ImmutableArray<TimeReading> Times,
    Modality Modality,
    double Worth,
    ImmutableArray<string> Reasons,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Risk = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<string>? RiskReasons = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] EntitiesReading? Entities = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<DiscrepancyReading>? Discrepancies = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Language = null)
{
    /// <summary>Where the first number starts: what the claim id is made of.</summary>
    public int Start => Quantities[0].Number.Start;
}
