using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>To which place a number is written: "2,5 juta" to 100,000, "33" to 1. Zeros that stand for a scale word ("30.000") are no exact digits.</summary>
static class Rounding
{
    const decimal Group = 1000;

    /// <param name="value">The value that the number is read as; for an end of a range that end.</param>
    public static decimal UnitOf(in Sentence s, Written number, decimal value)
    {
        value = Math.Abs(value);
        var digits = DigitsOf(s, number.Number);
        if (digits == 0) return OfWords(value);
        var unit = value / digits;
        if (!IsPowerOfTen(unit)) return OfWords(value);
        return unit == 1 && (number.Forms & NumeralForms.Scaled) == 0 ? Math.Min(OfWords(value), ThirdDigit(value)) : unit;
    }

    /// <summary>All digits of the number in a row, separators left out; 0 when it is written in words.</summary>
    static decimal DigitsOf(in Sentence s, Stretch number)
    {
        for (var at = number.First; at < number.Next; at++)
        {
            if (!s.IsDigits(at)) continue;
            decimal digits = 0;
            foreach (var c in s.Of(at))
            {
                if (char.IsAsciiDigit(c)) digits = digits * 10 + (c - '0');
            }
            return digits;
        }
        return 0;
    }

    /// <summary>The largest power of a thousand that divides a whole value; else the last place of its fraction.</summary>
    static decimal OfWords(decimal value)
    {
        decimal unit = 1;
        if (value == decimal.Truncate(value))
        {
            while (value >= Group && value % Group == 0)
            {
                value /= Group;
                unit *= Group;
            }
            return unit;
        }
        for (var places = Exact.Plain(value).Scale; places > 0; places--) unit /= 10;
        return unit;
    }

    /// <summary>Where zeros are written out instead of a scale word, the third digit is still meant: "20.000" may be 20,049 but is no 20,400.</summary>
    static decimal ThirdDigit(decimal value)
    {
        decimal place = 1;
        while (value >= 1000)
        {
            value /= 10;
            place *= 10;
        }
        return place;
    }

    static bool IsPowerOfTen(decimal value)
    {
        while (value >= 10) value /= 10;
        while (value is > 0 and < 1) value *= 10;
        return value == 1;
    }
}
