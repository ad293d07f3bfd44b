using Verify.Claims.Numerals;
using Verify.Claims.Quantities;

namespace Verify.Claims.Worth;

/// <summary>What the figure itself adds: its kind, its size, and how exactly it is given.</summary>
static class FigureWorth
{
    const int Small = 9;
    const int VerySmall = 3;

    public static void Weigh(in Draft figure, Grounds grounds)
    {
        grounds.Add(WorthTable.OfKind(figure.Kind));
        grounds.Add(OfSize(figure));
        var countless = !figure.HasUnit && !figure.HasCounted && figure.Kind is not (QuantityKind.Change or QuantityKind.Ratio or QuantityKind.Ordinal);
        if (countless) grounds.Add(WorthTable.NothingCounted);
        if (figure.Relation != Relation.Equal) grounds.Add(WorthTable.Exactness);
    }

    static Reason? OfSize(in Draft figure)
    {
        if ((figure.Forms & NumeralForms.Vague) != 0) return WorthTable.Vague;
        var size = Math.Abs(figure.Value);
        if (figure.Kind is QuantityKind.Percent or QuantityKind.Change or QuantityKind.Ratio) return (figure.Forms & NumeralForms.Decimals) != 0 ? WorthTable.Precise : null;
        if (size >= WorthTable.LargeFrom) return WorthTable.Large(size);
        if (size > Small || figure.Kind is not (QuantityKind.Count or QuantityKind.Other)) return null;
        return size <= VerySmall ? WorthTable.VerySmall : WorthTable.Small;
    }
}
