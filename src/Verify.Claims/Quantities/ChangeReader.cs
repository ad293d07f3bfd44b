using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>A change that stands in one piece is one range with a direction: "from $15 to $12", "dari 5 persen menjadi 10 persen".</summary>
static class ChangeReader
{
    /// <summary>How many words before "from" the word for the change may stand.</summary>
    const int Reach = 7;

    const int ScaleGap = 100;
    const int Magnitude = 10;

    static readonly Roles Changing = Roles.Of(Role.ChangeVerb, Role.MultipleWord);

    /// <summary>"rose <u>from</u> 5 to 10": what "from" opens here is a change, whichever way it leads.</summary>
    public static bool Follows(in Sentence s, int opened)
    {
        if (!s.Is(opened, Role.ChangeFrom)) return false;
        for (var i = Math.Max(0, opened - Reach); i < opened; i++)
        {
            if (s.Is(i, Changing)) return true;
        }
        return false;
    }

    /// <summary>Takes the second figure into the first; false, and nothing changed, where they stay two.</summary>
    public static bool Join(in Sentence s, ref Draft left, in Draft right)
    {
        if (s.MatchBefore(left.First, Role.RangeOpen, 0, out var opened) is not { Detail: 0 }) return false;
        if (s.Match(left.Next, Role.RangeTo, out var next) is not { } joiner || s.Is(left.Next, Role.ListJoiner) || next != StartOf(right)) return false;
        if (!IsPlain(left, opened, opened) || !IsPlain(right, left.Next, next)) return false;
        Draft from = left, to = right;
        if (!Share(s, ref from, ref to) || from.Value == to.Value || !Scale(ref from, to)) return false;
        QuantityReader.Settle(ref from);
        QuantityReader.Settle(ref to);
        var falls = from.Value > to.Value;
        var joined = to with { First = opened, Number = new(from.Number.First, to.Number.Next), Relation = Relation.Range, Unit = from.Unit, Forms = from.Forms | to.Forms, Factor = 1 };
        if (!Order(ref joined, falls ? to : from, falls ? from : to)) return false;
        joined.Change = falls ? Direction.Fall : joiner.Detail == 1 || Follows(s, opened) ? Direction.Rise : null;
        left = joined;
        return true;
    }

    /// <summary>One number without a relation; "hingga 10" is how the change goes on, no bound.</summary>
    static bool IsPlain(in Draft figure, int word, int next) =>
        figure.Kind != QuantityKind.Ordinal && !figure.IsTime && (figure.Forms & NumeralForms.Vague) == 0
        && (figure.Relation == Relation.Equal || (figure.Relation == Relation.AtMost && figure.First == word && StartOf(figure) == next));

    /// <summary>Its first token, the words of a relation left out.</summary>
    static int StartOf(in Draft figure) => figure.HasUnit ? Math.Min(figure.Unit.First, figure.Number.First) : figure.Number.First;

    /// <summary>Both ends are measured or counted in what one of them writes; false where the words differ.</summary>
    static bool Share(in Sentence s, ref Draft from, ref Draft to)
    {
        if (from.HasCounted && to.HasCounted && !IsSame(s, from.Counted, to.Counted)) return false;
        if (!to.HasCounted) (to.Counted, to.HasCounted) = (from.Counted, from.HasCounted);
        else if (!from.HasCounted) (from.Counted, from.HasCounted) = (to.Counted, to.HasCounted);
        if (from.HasUnit && to.HasUnit) return from.Kind == to.Kind && HaveSameUnit(s, from, to);
        if (from.HasUnit && to.Kind == QuantityKind.Other) to.TakeUnit(from);
        else if (to.HasUnit && from.Kind == QuantityKind.Other) from.TakeUnit(to);
        else if (from.Kind == QuantityKind.Other || to.Kind == QuantityKind.Other) from.Kind = to.Kind = from.HasCounted ? QuantityKind.Count : QuantityKind.Other;
        return from.Kind == to.Kind;
    }

    /// <summary>The second may tell the rate of both: "from $52 to $48 <u>a barrel</u>".</summary>
    static bool HaveSameUnit(in Sentence s, in Draft from, in Draft to)
    {
        if (from.Code is not { } one || to.Code is not { } other) return from.Code == to.Code && IsSame(s, from.Unit, to.Unit);
        return one == other || (other.Length > one.Length && other[one.Length] == '/' && other.StartsWith(one, StringComparison.Ordinal));
    }

    static bool IsSame(in Sentence s, Stretch a, Stretch b) => s.Of(s.Between(a.First, a.Next)).Equals(s.Of(s.Between(b.First, b.Next)), StringComparison.OrdinalIgnoreCase);

    /// <summary>"from 1.2 to <u>1.5 million</u>", but not "from 900,000 to 1.2 million"; false where it cannot be told.</summary>
    static bool Scale(ref Draft from, in Draft to)
    {
        if (((from.Forms ^ to.Forms) & NumeralForms.Scaled) == 0) return true;
        if (from.Factor == 1 && to.Factor > 1 && Math.Abs(from.Value) < Magnitude * Math.Abs(to.Value / to.Factor)) return from.Scale(to.Factor) && from.Value != to.Value;
        return Math.Abs(from.Value) < ScaleGap * Math.Abs(to.Value) && Math.Abs(to.Value) < ScaleGap * Math.Abs(from.Value);
    }

    /// <summary>Both readings must lead the same way; false where only the first one is implausible, so that each end keeps its own.</summary>
    static bool Order(ref Draft joined, in Draft low, in Draft high)
    {
        decimal otherLow = low.Other ?? low.Value, otherHigh = high.Other ?? high.Value;
        var holds = (low.Other ?? high.Other) is not null && RangeReader.IsPlausible(otherLow, otherHigh);
        if ((low.Other ?? high.Other) is not null && !holds && !RangeReader.IsPlausible(low.Value, high.Value)) return false;
        (joined.Value, joined.Upper) = (low.Value, high.Value);
        joined.Other = holds ? otherLow : null;
        joined.OtherUpper = holds ? otherHigh : null;
        (joined.Low, joined.High) = (low.End(false), high.End(false));
        return true;
    }
}
