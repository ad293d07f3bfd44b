using System.Collections.Immutable;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>The figures of one sentence as sums are made of them.</summary>
/// <param name="offset">The index of the sentence's first quantity in the extraction.</param>
readonly ref struct Ledger(Sentence s, ReadOnlySpan<Draft> drafts, ImmutableArray<Quantity>.Builder quantities, int offset)
{
    /// <summary>How far off an approximate figure may be, in parts of itself.</summary>
    const decimal Approximate = 0.1m;

    readonly ReadOnlySpan<Draft> drafts = drafts;

    public Sentence Sentence { get; } = s;

    public int Count => this.drafts.Length;

    public ref readonly Draft this[int i] => ref this.drafts[i];

    public Quantity Quantity(int i) => quantities[IndexOf(i)];

    public int IndexOf(int i) => offset + i;

    public bool IsAmbiguous(int i) => Quantity(i).Ambiguous is not null;

    /// <summary>The value of a figure, or of the upper end of a range; <paramref name="other"/> asks for the other reading, where there is one.</summary>
    public decimal Value(int i, bool other = false, bool upper = false) =>
        Quantity(i) is var read && upper ? (other ? read.AmbiguousUpper : null) ?? read.Upper ?? read.Value : (other ? read.Ambiguous : null) ?? read.Value;

    /// <summary>The written place of a figure: 1 for "33", 0.1 for "2.5".</summary>
    public decimal Unit(int i, bool other = false, bool upper = false) =>
        Rounding.UnitOf(Sentence, this.drafts[i].End(upper), Value(i, other, upper));

    /// <summary>What a number of this size can be reckoned with: written as a number, not zero, and within the bounds of <see cref="Interval"/>.</summary>
    public bool IsSum(int i) =>
        this.drafts[i].Kind != QuantityKind.Ordinal && (this.drafts[i].Forms & (NumeralForms.Vague | NumeralForms.Fraction)) == 0
        && Fits(Quantity(i).Value) && Fits(Quantity(i).Ambiguous) && Fits(Quantity(i).Upper) && Fits(Quantity(i).AmbiguousUpper);

    /// <summary>Half a written unit to each side of one number; none where whole things are counted one by one.</summary>
    public Interval End(int i, bool other = false, bool upper = false, bool whole = false)
    {
        var value = Value(i, other, upper);
        var unit = Unit(i, other, upper);
        var half = unit == 1 && (whole || this.drafts[i].Kind == QuantityKind.Count) ? 0 : unit / 2;
        return new(value - half, value + half);
    }

    /// <summary>What the whole figure allows: its relation, and both ends of a range.</summary>
    public Interval Of(int i, bool other = false, bool whole = false) => By(Quantity(i).Relation, i, other, whole);

    Interval By(Relation relation, int i, bool other, bool whole)
    {
        var low = End(i, other, false, whole);
        return relation switch
        {
            Relation.About => low with { Low = low.Low - Math.Abs(low.Low) * Approximate, High = low.High + Math.Abs(low.High) * Approximate },
            Relation.More or Relation.AtLeast => low with { High = Interval.Open },
            Relation.Less or Relation.AtMost => low with { Low = -Interval.Open },
            Relation.Range => low with { High = End(i, other, true, whole).High },
            _ => low,
        };
    }

    /// <summary>What a stated share or percentage allows, which may have been cut off instead of rounded: 66 for two thirds.</summary>
    public Interval Percent(int i, bool other)
    {
        var stated = Of(i, other).Size();
        return Quantity(i).Relation == Relation.Equal ? stated with { High = stated.High + Unit(i, other) / 2 } : stated;
    }

    /// <summary>What a stated multiple allows: a quarter to each side of one that is written whole. The word before "dua kali lipat" is not part of its figure.</summary>
    public Interval Multiple(int i, bool other)
    {
        var relation = Quantity(i).Relation;
        if (relation == Relation.Equal && Sentence.MatchBefore(this.drafts[i].First, Role.RelationBefore, 0, out _) is { } before) relation = (Relation)before.Detail;
        if (relation != Relation.Equal) return By(relation, i, other, false);
        var stated = Of(i, other);
        return Unit(i, other) == 1 ? new(stated.Low + 0.25m, stated.High - 0.25m) : stated;
    }

    static bool Fits(decimal? value) => value is null || Math.Abs(value.Value) is >= Interval.Smallest and <= Interval.Largest;
}
