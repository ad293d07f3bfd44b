namespace Verify.Claims.Quantities;

/// <summary>One figure as the text states it.</summary>
/// <param name="Span">From the relation word to the end of the unit or of the counted noun phrase; holds the number always, and the others unless figures beside each other share them ("6,3 dan 6,5 persen", "rose 20 points to 3,100").</param>
/// <param name="Number">The digits or number words alone, scale words included ("2,5 juta"); for a range both ends.</param>
/// <param name="Value">The number, scale words multiplied in; for a range its lower end. Exact: what the text writes in decimal is not rounded.</param>
/// <param name="Upper">The upper end; given exactly when <paramref name="Relation"/> is <see cref="Relation.Range"/>.</param>
/// <param name="Counted">The noun phrase of what is counted, where there is one.</param>
/// <param name="Ambiguous">The other value that the same characters may mean ("1.234" as 1.234 where 1234 was read), else null; of a range its lower end.</param>
/// <param name="AmbiguousUpper">The upper end that goes with <paramref name="Ambiguous"/>; given exactly where a range is ambiguous.</param>
/// <param name="Change">Of a range that is a change: which way it leads. Null where the range only spans ("costs from 5 to 8 dollars").</param>
public sealed record Quantity(
    Excerpt Span,
    Excerpt Number,
    decimal Value,
    decimal? Upper,
    Relation Relation,
    Unit? Unit,
    QuantityKind Kind,
    Excerpt? Counted,
    decimal? Ambiguous,
    decimal? AmbiguousUpper = null,
    Direction? Change = null)
{
    readonly Readings more = Upper is null && Ambiguous is null && AmbiguousUpper is null ? Readings.None : new(Upper, Ambiguous, AmbiguousUpper);

    public decimal? Upper
    {
        get => more.Upper;
        init => more = (more with { Upper = value }).Kept();
    }

    public decimal? Ambiguous
    {
        get => more.Ambiguous;
        init => more = (more with { Ambiguous = value }).Kept();
    }

    public decimal? AmbiguousUpper
    {
        get => more.AmbiguousUpper;
        init => more = (more with { AmbiguousUpper = value }).Kept();
    }

    /// <summary>The same figure with its two readings changed about.</summary>
    public Quantity Swapped() =>
        Ambiguous is { } other ? this with { Value = other, Ambiguous = Value, Upper = AmbiguousUpper ?? Upper, AmbiguousUpper = AmbiguousUpper is null ? null : Upper } : this;

    /// <summary>The same figure without its other reading.</summary>
    public Quantity Decided() => this with { Ambiguous = null, AmbiguousUpper = null };
}
