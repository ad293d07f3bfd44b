using System.Buffers;
using System.Globalization;
using System.Text;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;

namespace Verify.Claims.Text;

/// <summary>
/// Cuts text into tokens, in one pass and without allocation. Language data is cut by the same rules, so that a phrase
/// in a data file always meets the text on equal terms.
/// </summary>
static class Lexer
{
    const string BeforeFraction = "+-−–(<>=~≈±$€£¥";

    /// <summary>The token that begins at or after <paramref name="from"/>, its word number left 0; false at the end of the text.</summary>
    public static bool Next(ReadOnlySpan<char> text, int from, int end, out Token token)
    {
        var i = from;
        while (i < end && (text[i] == ' ' || IsSpace(text[i]))) i++;
        if (i >= end)
        {
            token = default;
            return false;
        }
        var start = i;
        var kind = TokenKind.Mark;
        if (Figure.Is(text[i]) || OpensFraction(text, i, end))
        {
            kind = TokenKind.Digits;
            i = EndOfDigits(text, i, end);
        }
        else if (LetterAt(text, i, end) is var letter and > 0)
        {
            kind = TokenKind.Word;
            i = Scripts.IsUnspaced(text[i]) ? EndOfSign(text, i + letter, end) : EndOfWord(text, i + letter, end);
        }
        else if (char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1])) i += 2;
        else i++;
        token = new(start, i, 0, kind);
        return true;
    }

    /// <summary>Cuts a sentence, and looks every token up.</summary>
    public static void Read(ReadOnlySpan<char> text, Excerpt place, Language language, Pooled<Token> into)
    {
        into.Clear();
        var at = place.Start;
        while (Next(text, at, place.End, out var token))
        {
            into.Add(token = language.LookedUp(token, text[..place.End]));
            at = token.End;
        }
        if (language.SignsPerWord > 1 || language.Compounds) SignWords.Settle(text, place, language, into);
    }

    /// <summary>".77": a fraction without its zero, where nothing but a space or a sign stands before the point.</summary>
    static bool OpensFraction(ReadOnlySpan<char> text, int i, int end) =>
        text[i] is '.' or ',' or '٫' && i + 1 < end && Figure.Is(text[i + 1])
        && (i == 0 || char.IsWhiteSpace(text[i - 1]) || BeforeFraction.Contains(text[i - 1], StringComparison.Ordinal));

    /// <summary>Digits with the separators between them; "22,24,26" is a list, since a number has one comma or groups of three.</summary>
    static int EndOfDigits(ReadOnlySpan<char> text, int start, int end)
    {
        var next = EndOfRun(text, start, end);
        var run = text[start..next];
        var comma = run.IndexOf(',');
        if (comma < 1 || run.Contains('.')) return next;
        var goesOn = start > 0 && text[start - 1] == ',';
        return goesOn || (run[(comma + 1)..].IndexOf(',') is 1 or 2 && !IsIndian(run[(comma + 1)..])) ? start + comma : next;
    }

    /// <summary>"12,34,567": groups of two before the last three.</summary>
    static bool IsIndian(ReadOnlySpan<char> groups)
    {
        while (groups.IndexOf(',') is var next and >= 0)
        {
            if (next != 2) return false;
            groups = groups[(next + 1)..];
        }
        return groups.Length == 3;
    }

    static int EndOfRun(ReadOnlySpan<char> text, int i, int end)
    {
        while (++i < end)
        {
            if (Figure.Is(text[i])) continue;
            var inside = i + 1 < end && Figure.Is(text[i + 1]) && (Figure.IsSeparator(text[i]) || (Figure.IsGroupMark(text[i]) && IsGroup(text[(i + 1)..end])));
            if (!inside) break;
        }
        return i;
    }

    static int EndOfWord(ReadOnlySpan<char> text, int i, int end)
    {
        while (i < end)
        {
            if (char.IsAsciiLetter(text[i]))
            {
                i++;
                continue;
            }
            var letter = LetterAt(text, i, end);
            if (letter == 0 && text[i] is '\'' or '’' && i + 1 < end) letter = LetterAt(text, i + 1, end) is var next and > 0 && !Scripts.IsUnspaced(text[i + 1]) ? 1 + next : 0;
            if (letter == 0 || Scripts.IsUnspaced(text[i])) break;
            i += letter;
        }
        return i;
    }

    /// <summary>One sign of a script without spaces, with the marks that hang on it.</summary>
    static int EndOfSign(ReadOnlySpan<char> text, int i, int end)
    {
        while (i < end && text[i] > 127 && IsMark(CharUnicodeInfo.GetUnicodeCategory(text[i]))) i++;
        return i;
    }

    /// <summary>Three digits and no fourth.</summary>
    static bool IsGroup(ReadOnlySpan<char> text) => text.Length >= 3 && Figure.Is(text[1]) && Figure.Is(text[2]) && (text.Length == 3 || !Figure.Is(text[3]));

    static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\u200e' or '\u200f' or '\u061c' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    /// <summary>How many characters the letter at a place has; 0 when none is there. Marks on a letter, soft hyphens and joiners belong to its word.</summary>
    static int LetterAt(ReadOnlySpan<char> text, int i, int end)
    {
        var c = text[i];
        if (c < 128) return char.IsAsciiLetter(c) ? 1 : 0;
        if (!char.IsSurrogate(c)) return IsLetter(CharUnicodeInfo.GetUnicodeCategory(c)) || c is '\u00ad' or '\u200c' or '\u200d' or '〇' ? 1 : 0;
        return Rune.DecodeFromUtf16(text[i..end], out var rune, out var length) == OperationStatus.Done && IsLetter(Rune.GetUnicodeCategory(rune)) ? length : 0;
    }

    static bool IsLetter(UnicodeCategory category) => category <= UnicodeCategory.OtherLetter || IsMark(category);

    static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
