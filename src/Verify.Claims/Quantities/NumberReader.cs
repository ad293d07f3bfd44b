using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>A number with what all languages write alike around it: the sign, and the slash of a fraction.</summary>
static class NumberReader
{
    const int LargestDenominator = 100;

    public static bool TryRead(in Sentence s, int at, out Numeral numeral) =>
        Slashed(s, at, out numeral, out var refused) || (!refused && s.Language.Numerals.TryRead(s, at, out numeral));

    public static void Sign(in Sentence s, int floor, ref Draft draft)
    {
        var before = draft.First - 1;
        if (before >= floor && s.IsMark(before, "-−+–") && s.IsStuck(draft.First) && (!s.IsStuck(before) || s.IsMark(before - 1, "(")))
        {
            if (!s.IsMark(before, '+')) Negate(ref draft);
            draft.First = before;
            draft.Number = draft.Number with { First = before };
        }
        else if (s.MatchBefore(draft.First, Role.Minus, floor, out var minus) is not null)
        {
            Negate(ref draft);
            draft.First = minus;
            draft.Number = draft.Number with { First = minus };
        }
    }

    static void Negate(ref Draft draft)
    {
        draft.Value = -draft.Value;
        draft.Other = -draft.Other;
    }

    /// <summary>"1/3". Figures around a slash that make no fraction make no number at all.</summary>
    static bool Slashed(in Sentence s, int at, out Numeral numeral, out bool refused)
    {
        numeral = default;
        refused = s.IsDigits(at) && s.IsMark(at + 1, '/') && s.IsStuck(at + 1) && s.IsDigits(at + 2) && s.IsStuck(at + 2);
        if (!refused || !DigitString.TryRead(s.Of(at), s.Language, out var top) || !DigitString.TryRead(s.Of(at + 2), s.Language, out var bottom)) return false;
        if (!top.IsPlain || !bottom.IsPlain || top.Value >= bottom.Value || bottom.Value > LargestDenominator || top.Value == 0) return false;
        numeral = new(at, at + 3, top.Value / bottom.Value, null, 1, NumeralForms.Digits | NumeralForms.Fraction);
        return true;
    }
}
