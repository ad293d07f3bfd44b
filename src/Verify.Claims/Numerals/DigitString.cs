using System.Text;
using Verify.Claims.Languages;

namespace Verify.Claims.Numerals;

/// <summary>Which convention a run of digits follows, as far as it shows.</summary>
enum Convention : byte
{
    /// <summary>It shows nothing: no separator, or one that both conventions could have put there.</summary>
    Silent,

    /// <summary>The language's own: "1.234,5" in Indonesian.</summary>
    Own,

    /// <summary>The other one: "2.5" in Indonesian.</summary>
    Foreign,
}

/// <summary>
/// A run of digits read by the separators of its language. A separator followed by other than three digits cannot group, and
/// one that comes twice cannot be decimal; so a number in the foreign convention is read right where its form shows it.
/// </summary>
/// <param name="Other">The other value, where a single separator before three digits allows two; evidence elsewhere may drop it.</param>
readonly record struct DigitString(decimal Value, decimal? Other, bool HasFraction, bool IsPlain, Convention Shown)
{
    const int MostDigits = 28;
    const int MostLength = 64;

    /// <summary>Reads the digits. False for what is no single number ("2.0.1", "1.23.456") or has more digits than a decimal holds exactly.</summary>
    public static bool TryRead(ReadOnlySpan<char> digits, Language language, out DigitString read)
    {
        if (Ascii.IsValid(digits)) return TryReadPlain(digits, language, out read);
        read = default;
        if (digits.Length > MostLength) return false;
        Span<char> plain = stackalloc char[digits.Length];
        Figure.Plain(digits, plain, language.Decimal);
        return TryReadPlain(plain, language, out read);
    }

    static bool TryReadPlain(ReadOnlySpan<char> digits, Language language, out DigitString read)
    {
        read = default;
        var first = digits.IndexOfAnyExceptInRange('0', '9');
        if (first < 0) return Parse(digits, default, out var plain) && Found(new(plain, null, false, true, Convention.Silent), out read);

        var last = digits.LastIndexOfAnyExceptInRange('0', '9');
        var mark = digits[last];
        if (first == last) return mark is '.' or ',' ? One(digits, last, mark, language, out read) : Grouped(digits, mark, Convention.Silent, out read);

        if (digits[first] == mark) return Grouped(digits, mark, mark == language.Group ? Convention.Own : Convention.Foreign, out read);
        if (mark is not ('.' or ',') || !AreGroups(digits[..last], digits[first])) return false;
        return Parse(digits, mark, out var mixed) && Found(new(mixed, null, true, false, mark == language.Decimal ? Convention.Own : Convention.Foreign), out read);
    }

    static bool One(ReadOnlySpan<char> digits, int at, char mark, Language language, out DigitString read)
    {
        read = default;
        if (!Parse(digits, mark, out var fraction) || !Parse(digits, default, out var whole)) return false;
        var own = mark == language.Decimal;
        var couldGroup = digits.Length - at == 4 && at is > 0 and <= 3 && digits[0] != '0';
        if (!couldGroup) return Found(new(fraction, null, true, false, own ? Convention.Own : Convention.Foreign), out read);
        if (own) return Found(new(fraction, whole, true, false, Convention.Silent), out read);
        // Nobody writes a decimal fraction with a zero at its end: "1.250" groups.
        var groups = digits[^1] == '0';
        return Found(new(whole, groups ? null : fraction, false, false, groups ? Convention.Own : Convention.Silent), out read);
    }

    static bool Grouped(ReadOnlySpan<char> digits, char mark, Convention shown, out DigitString read)
    {
        read = default;
        return AreGroups(digits, mark) && Parse(digits, default, out var value) && Found(new(value, null, false, false, shown), out read);
    }

    /// <summary>One to three digits, then groups of three, or of two before the last three as in South Asia.</summary>
    static bool AreGroups(ReadOnlySpan<char> digits, char mark)
    {
        var lead = digits.IndexOf(mark);
        if (lead is < 1 or > 3 || digits[0] == '0') return false;
        var rest = digits[(lead + 1)..];
        while (rest.IndexOf(mark) is var next and >= 0)
        {
            if (next is not (2 or 3) || rest[..next].ContainsAnyExceptInRange('0', '9')) return false;
            rest = rest[(next + 1)..];
        }
        return rest.Length == 3 && !rest.ContainsAnyExceptInRange('0', '9');
    }

    /// <summary>All digits, with <paramref name="point"/> read as the decimal point and every other mark passed over.</summary>
    static bool Parse(ReadOnlySpan<char> digits, char point, out decimal value)
    {
        value = 0;
        int count = 0, after = -1;
        foreach (var c in digits)
        {
            if (c == point) after = 0;
            if (!char.IsAsciiDigit(c)) continue;
            if (count > 0 || c != '0') count++;
            if (after >= 0) after++;
            if (count > MostDigits || after > MostDigits) return false;
            value = value * 10 + (c - '0');
        }
        if (after > 0) value *= new decimal(1, 0, 0, false, (byte)after);
        return true;
    }

    static bool Found(DigitString value, out DigitString read)
    {
        read = value;
        return true;
    }
}
