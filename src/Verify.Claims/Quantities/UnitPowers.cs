using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Rates as science writes them: "m s−1", "kg m-3", "cm⁻³".</summary>
static class UnitPowers
{
    const int MostUnits = 3;
    const string Signs = "-−–";

    /// <summary>Takes the exponent of the unit, and further units with negative exponents, into the code.</summary>
    public static void Extend(in Sentence s, ref Draft draft)
    {
        if (draft.Kind != QuantityKind.Measure || draft.Unit.Next != draft.Next) return;
        if (TryExponent(s, draft.Next, out var own, out var after))
        {
            draft.Code = draft.Code is null ? null : Over("", draft.Code, own);
            Take(ref draft, after);
        }
        for (var unit = 0; unit < MostUnits && s.Match(draft.Next, Role.Unit, out var next) is { } divisor && TryExponent(s, next, out var exponent, out after); unit++)
        {
            draft.Code = draft.Code is null || divisor.Code is null ? null : Over(draft.Code, divisor.Code, exponent);
            Take(ref draft, after);
        }
    }

    static string Over(string code, string divisor, int exponent) => exponent == 1 ? $"{code}/{divisor}" : $"{code}/{divisor}{exponent}";

    static void Take(ref Draft draft, int next)
    {
        draft.Unit = draft.Unit with { Next = next };
        draft.Next = next;
    }

    /// <summary>"−2", "⁻²": touching the unit, and nothing touching it. Larger ones are names: "a V-6".</summary>
    static bool TryExponent(in Sentence s, int at, out int exponent, out int next)
    {
        (exponent, next) = (0, at + 2);
        if (!s.IsStuck(at) || !s.IsStuck(at + 1)) return false;
        if (s.IsMark(at, '⁻') && s.IsMark(at + 1, Powers.Superscripts)) exponent = Powers.Superscripts.IndexOf(s.Text[s[at + 1].Start], StringComparison.Ordinal);
        else if (s.IsMark(at, Signs) && s.IsDigits(at + 1) && s.Of(at + 1) is [>= '1' and <= '4'] digit) exponent = digit[0] - '0';
        return exponent > 0 && !s.IsStuckToWord(next);
    }
}
