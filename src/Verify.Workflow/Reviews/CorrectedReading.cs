using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;

namespace Verify.Workflow.Reviews;

/// <summary>One figure as it is verified.</summary>
/// <param name="Unit">A UCUM or ISO 4217 code where one exists, else the unit's name.</param>
/// <param name="Change">Which way a change leads through a range; null, and not written, where none does.</param>
public sealed record VerifiedFigure(
    decimal Value, decimal? Upper, Relation Relation, string? Unit, QuantityKind Kind, string? Counted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Direction? Change = null);

/// <summary>What a claim states once its correction is applied.</summary>
/// <param name="Time">When the stated figure holds, in the words of the text or of the reviewer.</param>
public sealed record CorrectedReading(ImmutableArray<VerifiedFigure> Figures, string? Speaker, string? Time)
{
    public static CorrectedReading Of(Reading reading, Correction? correction)
    {
        var figures = reading.Quantities.Select(AsRead).ToImmutableArray();
        var time = reading.Times.FirstOrDefault(time => time.Of == TimeOf.Stated)?.Text;
        if (correction is null) return new(figures, reading.Speaker?.Text, time);
        return new(
            figures.SetItem(correction.Quantity, Apply(figures[correction.Quantity], correction)),
            Replace(reading.Speaker?.Text, correction.Speaker),
            Replace(time, correction.Time));
    }

    /// <summary>True when the correction says anything else than the reading.</summary>
    public static bool Changes(Reading reading, Correction correction)
    {
        var (before, after) = (Of(reading, null), Of(reading, correction));
        return before.Speaker != after.Speaker || before.Time != after.Time || !before.Figures.SequenceEqual(after.Figures);
    }

    static VerifiedFigure AsRead(QuantityReading read) =>
        new(read.Value, read.Upper, read.Relation, read.Unit?.Code ?? read.Unit?.Text, read.Kind, read.Counted?.Text, read.Change);

    static VerifiedFigure Apply(VerifiedFigure figure, Correction correction)
    {
        var relation = correction.Relation ?? figure.Relation;
        return figure with
        {
            Value = Plain(correction.Value) ?? figure.Value,
            Upper = relation == Relation.Range ? Plain(correction.Upper) ?? figure.Upper : null,
            Relation = relation,
            Change = relation == Relation.Range ? figure.Change : null,
            Unit = Replace(figure.Unit, correction.Unit),
            Counted = Replace(figure.Counted, correction.Counted),
        };
    }

    // 5.00 and 5 are one value and must be written the same way.
    static decimal? Plain(decimal? value) => value / 1.0000000000000000000000000000m;

    static string? Replace(string? read, string? corrected) =>
        corrected is null ? read : string.IsNullOrWhiteSpace(corrected) ? null : corrected.Trim();
}
