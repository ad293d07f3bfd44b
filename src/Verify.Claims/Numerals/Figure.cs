using System.Globalization;
using System.Runtime.CompilerServices;

namespace Verify.Claims.Numerals;

/// <summary>The decimal digits of every script ("5", "٥", "५", "５"), and the marks that stand between them.</summary>
static class Figure
{
    /// <summary>No script outside ASCII has digits before this character.</summary>
    const char FirstForeign = '\u0660';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(char c) => char.IsAsciiDigit(c) || (c >= FirstForeign && char.IsDigit(c));

    /// <summary>From 0 to 9, of a character that is a digit.</summary>
    public static int Value(char c) => c < FirstForeign ? c - '0' : CharUnicodeInfo.GetDecimalDigitValue(c);

    /// <summary>What may stand between two digits of one number. The spaces are those that typesetters do not break.</summary>
    public static bool IsSeparator(char c) => c is '.' or ',' or '\u00a0' or '\u202f' or '\u2009' or '٫' or '٬' or '，' or '．';

    /// <summary>"1'234'567" as in Switzerland, "١،٢٣٤": before groups of three only.</summary>
    public static bool IsGroupMark(char c) => c is '\'' or '’' or '،';

    /// <summary>Writes the same figure in ASCII, as far as it can be. The marks that only Arabic digits have are given the language's meaning.</summary>
    public static void Plain(ReadOnlySpan<char> digits, Span<char> room, char point)
    {
        for (var i = 0; i < digits.Length; i++)
        {
            room[i] = digits[i] switch
            {
                '٫' => point,
                '٬' or '،' => point == '.' ? ',' : '.',
                '，' => ',',
                '．' => '.',
                '’' => '\'',
                var c => Is(c) ? (char)('0' + Value(c)) : c,
            };
        }
    }

    /// <summary>The value of plain digits; -1 where they are none or too many for an int.</summary>
    public static int Whole(ReadOnlySpan<char> digits)
    {
        const int Most = 9;
        if (digits.Length is 0 or > Most) return -1;
        var value = 0;
        foreach (var c in digits)
        {
            if (!Is(c)) return -1;
            value = (value * 10) + Value(c);
        }
        return value;
    }

    /// <summary>True when nothing stands between the digits.</summary>
    public static bool IsPlain(ReadOnlySpan<char> digits)
    {
        foreach (var c in digits)
        {
            if (!Is(c)) return false;
        }
        return true;
    }
}
