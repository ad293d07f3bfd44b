using System.Globalization;

namespace Verify.Claims.Risk;

/// <summary>What in a piece of text may look to a person like something else than it is.</summary>
[Flags]
enum Odd : byte
{
    None = 0,

    /// <summary>One word of letters from two alphabets whose letters look alike.</summary>
    MixedAlphabets = 1,

    /// <summary>Characters that show nothing, or turn the direction of what follows.</summary>
    Invisible = 2,

    /// <summary>Digits other than 0 to 9.</summary>
    Digits = 4,
}

/// <summary>Looks for odd characters. Allocates nothing.</summary>
static class OddCharacters
{
    /// <summary>No more is looked at of one claim, so that many claims of one clause stay linear.</summary>
    const int Most = 1000;

    public static Odd Find(ReadOnlySpan<char> text)
    {
        var found = Odd.None;
        var alphabets = Alphabets.None;
        text = text[..Math.Min(text.Length, Most)];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
            {
                alphabets = char.IsAsciiLetter(c) ? alphabets | Alphabets.Latin : Alphabets.None;
            }
            else if (IsInvisible(c)) found |= Odd.Invisible;
            else if (char.IsDigit(c) || IsStyledDigit(text, i)) found |= Odd.Digits;
            else alphabets = char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark ? alphabets : char.IsLetter(c) ? alphabets | Of(c) : Alphabets.None;
            if (alphabets is not (Alphabets.None or Alphabets.Latin or Alphabets.Greek or Alphabets.Cyrillic)) found |= Odd.MixedAlphabets;
        }
        return found;
    }

    static Alphabets Of(char c) => c switch
    {
        < '\u0250' or (>= '\u1e00' and <= '\u1eff') => Alphabets.Latin,
        (>= '\u0370' and <= '\u03ff') or (>= '\u1f00' and <= '\u1fff') => Alphabets.Greek,
        >= '\u0400' and <= '\u052f' => Alphabets.Cyrillic,
        _ => Alphabets.None,
    };

    /// <summary>Zero widths, marks and overrides of direction, word joiners, the byte order mark. A soft hyphen is what pages are set with.</summary>
    static bool IsInvisible(char c) => c is '\u200b' or '\u200e' or '\u200f' or '\u061c' or '\ufeff' or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2069');

    /// <summary>The bold, double-struck and sans-serif digits of mathematics, U+1D7CE to U+1D7FF.</summary>
    static bool IsStyledDigit(ReadOnlySpan<char> text, int i) => text[i] == '\ud835' && i + 1 < text.Length && text[i + 1] is >= '\udfce' and <= '\udfff';

    [Flags]
    enum Alphabets : byte
    {
        None = 0,
        Latin = 1,
        Greek = 2,
        Cyrillic = 4,
    }
}
