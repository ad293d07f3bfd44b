using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>A quantity under construction, in tokens.</summary>
struct Draft
{
    const decimal Million = 1_000_000;

    public Stretch Number;
    public int First, Next;
    public decimal Value;
    public decimal? Upper, Other, OtherUpper;
    public NumeralForms Forms;

    /// <summary>The scale word of the number, which the other end of a change may share; else 1.</summary>
    public decimal Factor;

    /// <summary>Of a range: where either end is written, and how. Empty where there is one number.</summary>
    public Written Low, High;

    /// <summary>Of a range: which way a change leads through it.</summary>
    public Direction? Change;

    public Relation Relation;
    public QuantityKind Kind;
    public Stretch Unit;
    public string? Code;
    public Stretch Counted;
    public bool HasUnit, HasCounted;

    /// <summary>A span of time that says when: "lima tahun lalu". It makes no claim of its own.</summary>
    public bool IsTime;

    /// <summary>Quantities that are one statement ("3 dari 7", "dari 5 menjadi 10") share a number other than 0.</summary>
    public int Tie;

    /// <summary>The number of one end, and its form; the only number where there is one.</summary>
    public readonly Written End(bool upper) => Low.Number.IsEmpty ? new(Number, Forms) : upper ? High : Low;

    /// <summary>Whole millions, which take a partitive even in figures: "1.000.000 de euros".</summary>
    public readonly bool IsMillions => Value >= Million && Value % Million == 0;

    /// <summary>Is measured in what another figure is measured in.</summary>
    public void TakeUnit(in Draft of) => (Unit, Code, Kind, HasUnit) = (of.Unit, of.Code, of.Kind, of.HasUnit);

    /// <summary>Multiplies every reading of both ends; false, and nothing changed, where one does not fit a decimal.</summary>
    public bool Scale(decimal by)
    {
        if (!Exact.Multiply(Value, by, out var value) || !Times(Upper, by, out var upper) || !Times(Other, by, out var other) || !Times(OtherUpper, by, out var otherUpper)) return false;
        (Value, Upper, Other, OtherUpper) = (value, upper, other, otherUpper);
        return true;
    }

    static bool Times(decimal? end, decimal by, out decimal? product)
    {
        product = null;
        if (end is not { } given) return true;
        var fits = Exact.Multiply(given, by, out var exact);
        product = exact;
        return fits;
    }

    public readonly Quantity Finish(in Sentence s)
    {
        var number = s.Between(Number.First, Number.Next);
        return new(
            s.Between(First, Next),
            number,
            Exact.Plain(Value),
            Relation == Relation.Range && Upper is { } upper ? Exact.Plain(upper) : null,
            Relation,
            HasUnit ? new(s.Between(Unit.First, Unit.Next), Code) : null,
            Kind,
            HasCounted ? s.Between(Counted.First, Counted.Next) : null,
            Other is { } other ? Exact.Plain(other) : null,
            Other is null || OtherUpper is not { } otherUpper ? null : Exact.Plain(otherUpper),
            Change);
    }
}
