using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Powers that name their exponent in words between signs: "10の13乗", "1.3×10的6次方", "2의 10제곱".</summary>
static class SaidPowers
{
    /// <summary>Takes the power into the number, which stays as it is where none follows or where it does not fit a decimal.</summary>
    public static void Raise(in Sentence s, ref Numeral number)
    {
        if (s.Language.SignsPerWord == 1 || (number.Forms & (NumeralForms.Fraction | NumeralForms.Vague)) != 0) return;
        var (at, of) = (number.Next, number.Value);
        var times = s.IsMark(at, "×*") && Myriads.TryWhole(s, at + 1, out var ten) && ten.Value == 10;
        if (times && Myriads.TryWhole(s, at + 1, out ten)) (at, of) = (ten.Next, ten.Value);
        if (s.Match(at, Role.Particle, (byte)Particle.Partitive, out at) is null || !Exponent(s, at, out var exponent, out var next)) return;
        if (!Powers.Power(of, exponent, out var power) || !Exact.Multiply(times ? number.Value : 1, power, out var value)) return;
        number = number with { Next = next, Value = value, Other = null, Upper = null, Forms = number.Forms | NumeralForms.Scaled };
    }

    static bool Exponent(in Sentence s, int at, out int exponent, out int next)
    {
        (exponent, next) = (0, at);
        var negative = false;
        while (s.IsMark(at, "-−") ? (next = at + 1) > at : s.Match(at, Role.Minus, out next) is not null) (at, negative) = (next, !negative);
        if (!Myriads.TryWhole(s, at, out var read) || !decimal.IsInteger(read.Value) || Math.Abs(read.Value) > Powers.Largest) return false;
        exponent = negative ? -(int)read.Value : (int)read.Value;
        return s.Match(read.Next, Role.Over, (byte)Over.Power, out next) is not null;
    }
}
