using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>What an article's own figures say of one that both conventions could have written.</summary>
enum Evidence : byte
{
    /// <summary>Nothing, too little, or both: the figure keeps two readings, that of the language first.</summary>
    None,

    /// <summary>Only figures of the language's own convention: its reading is the only one.</summary>
    Own,

    /// <summary>Several decimals of the foreign convention, and nothing of the own: two readings, the foreign one first.</summary>
    LeansForeign,

    /// <summary>Figures grouped in the foreign convention ("1,234.5" in Indonesian), and nothing of the own: the foreign reading is the only one.</summary>
    Foreign,
}

/// <summary>Weighs all figures of an article. A stray "2.5" shows little, since decimal points slip into texts that group by them.</summary>
static class DigitEvidence
{
    const int Several = 2;

    public static Evidence Of(ReadOnlySpan<char> text, Language language)
    {
        int own = 0, decimals = 0, groups = 0;
        for (var at = 0; text[at..].IndexOfAnyInRange('0', '9') is var next and >= 0;)
        {
            at += next;
            Lexer.Next(text, at, text.Length, out var token);
            at = token.End;
            var digits = token.Span.Of(text);
            if (IsClock(digits) || !DigitString.TryRead(digits, language, out var read)) continue;
            if (read.Shown == Convention.Own) own++;
            else if (read.Shown == Convention.Foreign && digits.Contains(language.Decimal)) groups++;
            else if (read.Shown == Convention.Foreign) decimals++;
        }
        if (own > 0) return decimals + groups > 0 ? Evidence.None : Evidence.Own;
        return groups > 0 ? Evidence.Foreign : decimals >= Several ? Evidence.LeansForeign : Evidence.None;
    }

    /// <summary>"14.30" may be a time of the day, which every convention writes so.</summary>
    static bool IsClock(ReadOnlySpan<char> digits)
    {
        var dot = digits.IndexOf('.');
        if (dot is not (1 or 2) || digits.Length != dot + 3 || digits[dot + 1] is < '0' or > '5' || !char.IsAsciiDigit(digits[dot + 2])) return false;
        return int.TryParse(digits[..dot], out var hour) && hour < 24;
    }
}
