using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Powers: "1.1^23", "1e10", "1.3 × 10^6", "10⁶", and "× 10-6" whose exponent lost its height.</summary>
static class Powers
{
    public const int Largest = 27;
    const string Times = "x×*·⋅";
    const string Signs = "+-−–";

    /// <summary>The raised digits, each at the place of its value.</summary>
    public const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Takes the exponent into the number; false, and nothing changed, where there is none or the power does not fit a decimal.</summary>
    public static bool Raise(in Sentence s, ref Numeral number)
    {
        if ((number.Forms & NumeralForms.Digits) == 0) return false;
        var at = number.Next;
        var times = IsTimes(s, at) && s.IsDigits(at + 1) && s.Of(at + 1) is "10";
        decimal power;
        int next;
        if (times)
        {
            if (!Exponent(s, at + 2, true, out var exponent, out next) || !Power(10, exponent, out power)) return false;
        }
        else if (s.IsMark(at, '^') && s.IsStuck(at))
        {
            if (!Exponent(s, at, true, out var exponent, out next) || !Power(number.Value, exponent, out power)) return false;
            number = number with { Value = 1 };
        }
        else if (number.Value == 10 && Exponent(s, at, false, out var ten, out next))
        {
            if (!Power(10, ten, out power)) return false;
            number = number with { Value = 1 };
        }
        else if (!IsScientific(s, at) || !Exponent(s, at + 1, true, out var scientific, out next) || !Power(10, scientific, out power)) return false;
        if (!Exact.Multiply(number.Value, power, out var value)) return false;
        number = number with { Next = next, Value = value, Other = null, Forms = number.Forms | NumeralForms.Scaled };
        return true;
    }

    /// <summary>The "e" of "1e10" and "12.3e+14".</summary>
    public static bool IsScientific(in Sentence s, int at) =>
        s.IsStuck(at) && s.Of(at) is "e" or "E" && s.IsStuck(at + 1) && (s.IsDigits(at + 1) || (s.IsMark(at + 1, Signs) && s.IsDigits(at + 2)));

    static bool IsTimes(in Sentence s, int at) => s.IsMark(at, Times) || s.Of(at) is "x" or "X";

    /// <summary>An exponent: with a caret, in superscript, or, where a power of ten is certain, in plain digits that touch what they raise.</summary>
    static bool Exponent(in Sentence s, int at, bool certain, out int exponent, out int next)
    {
        exponent = 0;
        next = at;
        if (s.IsMark(at, '^')) at++;
        else if (Superscript(s, at, out exponent, out next)) return true;
        else if (!certain || !s.IsStuck(at)) return false;
        var negative = false;
        for (var signs = 0; signs < 2 && s.IsMark(at, Signs); signs++, at++) negative ^= !s.IsMark(at, '+');
        if (!s.IsDigits(at) || !int.TryParse(s.Of(at), System.Globalization.NumberStyles.None, null, out exponent)) return false;
        if (negative) exponent = -exponent;
        next = at + 1;
        return true;
    }

    static bool Superscript(in Sentence s, int at, out int exponent, out int next)
    {
        exponent = 0;
        next = s.IsMark(at, "⁻⁺") && s.IsStuck(at) ? at + 1 : at;
        var first = next;
        while (next - first < 2 && s.IsMark(next, Superscripts) && s.IsStuck(next)) exponent = (exponent * 10) + Superscripts.IndexOf(s.Text[s[next++].Start], StringComparison.Ordinal);
        if (s.IsMark(at, '⁻')) exponent = -exponent;
        return next > first;
    }

    public static bool Power(decimal of, int exponent, out decimal power)
    {
        power = 1;
        if (Math.Abs(exponent) > Largest || (of == 0 && exponent < 0)) return false;
        for (var i = 0; i < Math.Abs(exponent); i++)
        {
            if (!Exact.Multiply(power, of, out power)) return false;
        }
        if (exponent < 0 && power != 0) power = 1 / power;
        return power != 0;
    }
}
