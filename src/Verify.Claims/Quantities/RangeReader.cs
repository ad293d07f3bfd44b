using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Reads the upper end of a range: "5-10", "antara 5 dan 10", "Rp40-50 juta", "5 km hingga 10 km".</summary>
static class RangeReader
{
    const int MostSpan = 100;

    /// <summary>What goes with <see cref="Role.RangeOpen"/> where it stands behind the second end.</summary>
    const byte Closing = 2;

    /// <summary>How much larger than its change a level is.</summary>
    const int Levels = 10;

    public static void Extend(in Sentence s, int floor, in Numeral lower, ref Draft draft)
    {
        var opening = s.MatchBefore(draft.First, Role.RangeOpen, floor, out var opened) is { Detail: not Closing } word ? word : null;
        var open = opening is not null;
        if (opening is { Detail: 0 } && ChangeReader.Follows(s, opened)) return;
        var closes = !open && IsClosed(s, draft.Next);
        open |= closes;
        var trial = draft;
        if (!draft.HasUnit && UnitReader.After(s, ref trial) && trial.Kind == QuantityKind.Change) return;
        // "10'<u>dan</u> 20'ye": the ending of the lower one leads to the upper.
        var from = s.Is(lower.Next, Role.RangeTo) ? lower.Next : draft.Next;
        if (!TryUpper(s, from, open, draft.Kind == QuantityKind.Money, out var upper, out var currency) && !(trial.Next > draft.Next && TryUpper(s, trial.Next, open, false, out upper, out currency)) && !TryCounted(s, from, open, out upper)) return;
        var shared = !draft.HasUnit && trial.HasUnit && trial.Next <= upper.First;
        if (shared && !open && trial.Kind != QuantityKind.Money && s.IsWord(trial.Next) && !RepeatsUnit(s, upper)) return;
        var kind = shared ? trial.Kind : draft.Kind;
        // "de 5 euros y 50 céntimos": one sum of two parts.
        if (kind == QuantityKind.Money && s.Is(shared ? trial.Next : draft.Next, Role.RangeAnd) && s.Is(upper.Next, Role.CurrencyPart)) return;
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
        if (upper.Value <= value || (!open && value > 0 && value <= upper.Value / Levels && IsMeasured(s, draft))) return;
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
        if (open && !closes) draft.First = opened;
        var again = draft;
        if (draft.HasUnit && UnitReader.After(s, ref again) && again.Kind == draft.Kind) draft.Next = again.Next;
    }

    /// <summary>"daalde met 14.000 tot 370.000": by so much, and to where, with the one word for both.</summary>
    static bool IsMeasured(in Sentence s, in Draft draft) => s.IsWord(draft.Next) && s.MatchBefore(draft.First, Role.MeasureLink, 0, out _) is not null;

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
        return NumberReader.TryRead(s, next, out upper) && (!IsTorn(s, at) || IsLength(s, upper));
    }

    /// <summary>"75 -300 mm": the dash touches the upper end only, as a sign does, and the unit shows that it is none.</summary>
    static bool IsTorn(in Sentence s, int at) => s.IsMark(at, "-–") && s.IsStuck(at + 1) && !s.IsStuck(at);

    static bool IsLength(in Sentence s, in Numeral upper) => s.Match(upper.Next, Role.Unit, out _) is { Code: { } code } && code is not ("Cel" or "[degF]" or "deg" or "K");

    /// <summary>"20と30<u>の間</u>": what joins the ends is told behind the second.</summary>
    static bool IsClosed(in Sentence s, int at)
    {
        if (!TryAnd(s, at, out var next) && !(s.Match(at, Role.Counter, out var counted) is not null && TryAnd(s, counted, out next)) || !NumberReader.TryRead(s, next, out var upper)) return false;
        var after = new Draft { Next = upper.Next };
        UnitReader.After(s, ref after);
        return s.Match(after.Next, Role.RangeOpen, Closing, out _) is not null || (s.Match(after.Next, Role.Counter, out var over) is not null && s.Match(over, Role.RangeOpen, Closing, out _) is not null);
    }

    static bool TryAnd(in Sentence s, int at, out int next) => s.Match(at, Role.RangeAnd, out next) is not null;

    /// <summary>"5人から10人": both ends have the measure word of one.</summary>
    static bool TryCounted(in Sentence s, int at, bool open, out Numeral upper)
    {
        upper = default;
        if (s.Language.SignsPerWord == 1 || s.Match(at, Role.Counter, out var counted) is null || !TryUpper(s, counted, open, false, out upper, out var currency)) return false;
        return currency.Next == 0 && s.Match(upper.Next, Role.Counter, out _) is not null && s.Of(s.Between(at, counted)).SequenceEqual(s.Of(s.Between(upper.Next, upper.Next + counted - at)));
    }

    static bool Separator(in Sentence s, int at, bool open, bool priced, out int next)
    {
        // "10-დან 20": the ending hangs on its number by a dash.
        if (s.Match(at, Role.RangeTo, out next) is { Detail: 0 }) return true;
        next = at + 1;
        // A long dash with spaces begins an aside: "35 percent — 62 of 900 patients".
        if (s.IsMark(at, "-–—~∼")) return (s.IsStuck(at) == s.IsStuck(at + 1) && (s.IsStuck(at) || !s.IsMark(at, '—'))) || (IsTorn(s, at) && s.IsDigits(at - 1) && s.IsDigits(at + 1));
        // "Rp9.130/9.140": bid and ask.
        if (priced && s.IsMark(at, '/')) return s.IsStuck(at) && s.IsStuck(at + 1) && s.IsDigits(at + 1);
        return open && s.Match(at, Role.RangeAnd, out next) is not null;
    }

    /// <summary>"rose 5 points to 130": a unit at the first number only makes no range, "5 km to 10 km" does.</summary>
    static bool RepeatsUnit(in Sentence s, in Numeral upper)
    {
        var after = new Draft { Next = upper.Next };
        return UnitReader.After(s, ref after);
    }
}
