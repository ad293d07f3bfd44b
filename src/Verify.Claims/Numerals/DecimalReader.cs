using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Decimals after a point that is a word: "dua koma lima", "nine point nought four", "1 point 1".</summary>
static class DecimalReader
{
    const decimal Smallest = 1e-20m;
    const decimal Thousand = 1000;

    /// <summary>Adds the decimals; <paramref name="next"/> is the first token after them, or <paramref name="at"/> where there are none.</summary>
    public static bool TryRead(in Sentence s, ref Sum sum, int at, out int next)
    {
        next = at;
        if (s.Match(at, Role.Point, out var digit) is null) return false;
        var place = 0.1m;
        if (s.IsDigits(digit))
        {
            if (!DigitString.TryRead(s.Of(digit), s.Language, out var read) || !read.IsPlain) return false;
            for (var i = 0; i < s[digit].Span.Length && place > Smallest; i++) place /= 10;
            sum.Decimal(read.Value * place * 10);
            next = digit + 1;
            return true;
        }
        // "coma cero tres": the zero is a place of its own.
        while (place > Smallest && s.Match(digit, Role.Value, out var past) is { Value: 0 } && NumberWords.Match(s, past, out _) is not null)
        {
            place /= 10;
            digit = past;
        }
        while (place > Smallest && Digits(s, digit, out var after) is { } value)
        {
            for (var more = value; more >= 10; more /= 10) place /= 10;
            sum.Decimal(value * place);
            place /= 10;
            next = digit = after;
        }
        return next > at;
    }

    /// <summary>Digits as they are spoken, at most four at once ("mil quinientos"); of "สองล้าน" and "cinco mil" after the point only the first word is one.</summary>
    static decimal? Digits(in Sentence s, int at, out int next)
    {
        if (NumberWords.Match(s, at, out next) is { } spoken)
        {
            if (spoken.Value < Thousand || (spoken is { IsComplete: true, Value: < Thousand * 10 } && spoken.Value % Thousand != 0)) return spoken.Value;
            if (s.Match(next - 1, Role.Scale, out var over) is { } scale && over == next && spoken.Value < scale.Value * Thousand && spoken.Value % scale.Value == 0 && next - 1 > at)
            {
                next--;
                return spoken.Value / scale.Value;
            }
        }
        return s.Match(at, Role.Value, out next) is { Value: < 10 } digit ? digit.Value : null;
    }
}
