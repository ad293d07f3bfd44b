using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Decimals after a point that is a word: "dua koma lima", "nine point nought four", "1 point 1".</summary>
static class DecimalReader
{
    const decimal Smallest = 1e-20m;

    /// <summary>"coma mil quinientos setenta y ocho": nobody says more places as one number. In "coma dos mil" the last word is the scale of the whole.</summary>
    const decimal Longest = 1_000_000;

    const decimal Tens = 10;
    const decimal Thousand = 1000;

    static readonly Roles Measured = Roles.Of(Role.Percent, Role.Currency, Role.Per);

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

    /// <summary>
    /// "nueve con cuarenta": a word that joins two counts as well. It is a point between two numbers in words where nothing
    /// follows that the second could count; a single figure behind it needs what is measured or paid: "tres con tres" is a score.
    /// </summary>
    public static bool TryJoined(in Sentence s, ref Sum sum, ref int at)
    {
        var read = sum;
        if (!sum.IsWords || s.Match(at, Role.Point, out var digits) is null || s.IsDigits(digits) || !TryRead(s, ref read, at, out var next)) return false;
        if (!s.Is(next, Measured) && !IsMeasure(s, next) && (s.IsWord(next) || s.IsMark(next, '-') || NumberWords.Match(s, digits, out _) is { Value: < Tens })) return false;
        (sum, at) = (read, next);
        return true;
    }

    /// <summary>In "de siete con dos años" the years are of the second number.</summary>
    static bool IsMeasure(in Sentence s, int at) => s.Match(at, Role.Unit, out _) is { } unit && !UnitReader.IsDuration(unit.Code);

    /// <summary>Digits as they are spoken; of "สองล้าน", "cinco millones" after the point only what stands before the scale.</summary>
    static decimal? Digits(in Sentence s, int at, out int next)
    {
        if (NumberWords.Match(s, at, out next) is not { } spoken) return s.Match(at, Role.Value, out next) is { Value: < Tens } digit ? digit.Value : null;
        if (spoken.Value < Thousand || (spoken.Value < Longest && spoken.Value % Thousand != 0)) return spoken.Value;
        if (s.Match(at, Role.Value, out var after) is { Value: < Tens } figure)
        {
            next = after;
            return figure.Value;
        }
        if (s.MatchBefore(next, Role.Scale, at + 1, out var before) is not { } scale || spoken.Value / scale.Value is not (> 0 and < Thousand) || !decimal.IsInteger(spoken.Value / scale.Value)) return null;
        next = before;
        return spoken.Value / scale.Value;
    }
}
