using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Reads the upper end of a range: "5-10", "antara 5 dan 10", "Rp40-50 juta", "5 km hingga 10 km".</summary>
static class RangeReader
{
    const int MostSpan = 100;


    public static void Extend(in Sentence s, int floor, in Numeral lower, ref Draft draft)
    {
        var opening = s.MatchBefore(draft.First, Role.RangeOpen, floor, out var opened);
        var open = opening is not null;
        if (opening is { Detail: 0 } && ChangeReader.Follows(s, opened)) return;
        var trial = draft;
        if (!draft.HasUnit && UnitReader.After(s, ref trial) && trial.Kind == QuantityKind.Change) return;
        // "10'<u>dan</u> 20'ye": the ending of the lower one leads to the upper.
        var from = s.Is(lower.Next, Role.RangeTo) ? lower.Next : draft.Next;
        if (!TryUpper(s, from, open, draft.Kind == QuantityKind.Money, out var upper, out var currency) && !(trial.Next > draft.Next && TryUpper(s, trial.Next, open, false, out upper, out currency))) return;
        var shared = !draft.HasUnit && trial.HasUnit && trial.Next <= upper.First;
        if (shared && !open && trial.Kind != QuantityKind.Money && s.IsWord(trial.Next) && !RepeatsUnit(s, upper)) return;
        var kind = shared ? trial.Kind : draft.Kind;
        // "gold climbed $12 to $1,876": by so much, and to where.
        if (!open && currency.Next > 0 && s.Is(draft.First - 1, Role.ChangeVerb) && s.Is(draft.Next, Role.RangeTo)) return;
        if (currency.Next > 0 && (kind != QuantityKind.Money || (shared && s.Match(currency.First, Role.Currency, out _)?.Code != trial.Code))) return;
        var end = Figures.OverEnding(s, upper.Next);
        var after = new Draft { Next = end };
        if (kind != QuantityKind.Other && UnitReader.After(s, ref after) && after.Kind != kind) return;

        var value = draft.Value;
        var other = draft.Other;
        if (lower.Factor == 1 && upper.Factor > 1 && lower.Value < upper.Value / upper.Factor && Exact.Multiply(value, upper.Factor, out var scaled))
        {
            value = scaled;
            other = other is { } read && Exact.Multiply(read, upper.Factor, out var otherScaled) ? otherScaled : null;
        }
        if (upper.Value <= value) return;
        if (shared) draft.TakeUnit(trial);

        draft.Value = value;
        draft.Upper = upper.Value;
        draft.Relation = Relation.Range;
        (draft.Low, draft.High) = (draft.End(false), new(new(upper.First, upper.Next), upper.Forms));
        draft.Forms |= upper.Forms;
        draft.Number = new(draft.Number.First, upper.Next);
        draft.Next = end;
        var holds = (other ?? upper.Other) is not null && IsPlausible(other ?? value, upper.Other ?? upper.Value);
        draft.Other = holds ? other ?? value : null;
        draft.OtherUpper = holds ? upper.Other ?? upper.Value : null;
        if (open) draft.First = opened;
        var again = draft;
        if (draft.HasUnit && UnitReader.After(s, ref again) && again.Kind == draft.Kind) draft.Next = again.Next;
    }

    /// <summary>Two ends rise, and less than a hundredfold: nobody means "1.234-2000".</summary>
    public static bool IsPlausible(decimal low, decimal high) => low < high && high / MostSpan < Math.Abs(low);

    static bool TryUpper(in Sentence s, int at, bool open, bool priced, out Numeral upper, out Stretch currency)
    {
        upper = default;
        currency = default;
        if (!Separator(s, at, open, priced, out var next)) return false;
        if (s.Match(next, Role.Currency, out var after) is not null)
        {
            currency = new(next, after);
            next = after;
        }
        return NumberReader.TryRead(s, next, out upper);
    }

    static bool Separator(in Sentence s, int at, bool open, bool priced, out int next)
    {
        next = at + 1;
        // A long dash with spaces begins an aside: "35 percent — 62 of 900 patients".
        if (s.IsMark(at, "-–—~")) return s.IsStuck(at) == s.IsStuck(at + 1) && (s.IsStuck(at) || !s.IsMark(at, '—'));
        // "Rp9.130/9.140": bid and ask.
        if (priced && s.IsMark(at, '/')) return s.IsStuck(at) && s.IsStuck(at + 1) && s.IsDigits(at + 1);
        return s.Match(at, Role.RangeTo, out next) is { Detail: 0 } || (open && s.Match(at, Role.RangeAnd, out next) is not null);
    }

    /// <summary>"rose 5 points to 130": a unit at the first number only makes no range, "5 km to 10 km" does.</summary>
    static bool RepeatsUnit(in Sentence s, in Numeral upper)
    {
        var after = new Draft { Next = upper.Next };
        return UnitReader.After(s, ref after);
    }
}
