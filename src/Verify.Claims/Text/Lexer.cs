using Verify.Claims.Languages;

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
        while (i < end && char.IsWhiteSpace(text[i])) i++;
        if (i == end)
        {
            token = default;
            return false;
        }
        var start = i;
        var kind = TokenKind.Mark;
        if (char.IsAsciiDigit(text[i]) || OpensFraction(text, i, end))
        {
            kind = TokenKind.Digits;
            i = EndOfDigits(text, i, end);
        }
        else if (IsLetter(text[i]))
        {
            kind = TokenKind.Word;
            i = EndOfWord(text, i, end);
        }
        else if (char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1])) i += 2;
        else i++;
        token = new(start, i, 0, kind);
        return true;
    }

    /// <summary>Cuts a sentence, and looks every token up.</summary>
    public static void Read(ReadOnlySpan<char> text, Excerpt place, Lexicon lexicon, Pooled<Token> into)
    {
        into.Clear();
        var at = place.Start;
        while (Next(text, at, place.End, out var token))
        {
            into.Add(lexicon.LookedUp(token, text));
            at = token.End;
        }
    }

    /// <summary>".77": a fraction without its zero, where nothing but a space or a sign stands before the point.</summary>
    static bool OpensFraction(ReadOnlySpan<char> text, int i, int end) =>
        text[i] is '.' or ',' && i + 1 < end && char.IsAsciiDigit(text[i + 1])
        && (i == 0 || char.IsWhiteSpace(text[i - 1]) || BeforeFraction.Contains(text[i - 1], StringComparison.Ordinal));

    /// <summary>Digits with the separators between them; "22,24,26" is a list, since a number has one comma or groups of three.</summary>
    static int EndOfDigits(ReadOnlySpan<char> text, int start, int end)
    {
        var next = EndOfRun(text, start, end);
        var run = text[start..next];
        var comma = run.IndexOf(',');
        if (comma < 1 || run.Contains('.')) return next;
        var goesOn = start > 0 && text[start - 1] == ',';
        return goesOn || run[(comma + 1)..].IndexOf(',') is 1 or 2 ? start + comma : next;
    }

    static int EndOfRun(ReadOnlySpan<char> text, int i, int end)
    {
        while (++i < end)
        {
            if (char.IsAsciiDigit(text[i])) continue;
            var inside = IsSeparator(text[i]) && i + 1 < end && char.IsAsciiDigit(text[i + 1]);
            if (!inside) break;
        }
        return i;
    }

    static int EndOfWord(ReadOnlySpan<char> text, int i, int end)
    {
        while (++i < end)
        {
            if (IsLetter(text[i])) continue;
            var apostrophe = text[i] is '\'' or '’' && i + 1 < end && IsLetter(text[i + 1]);
            if (!apostrophe) break;
        }
        return i;
    }

    /// <summary>What may stand between two digits of one number. The spaces are those that typesetters do not break.</summary>
    static bool IsSeparator(char c) => c is '.' or ',' or '\u00a0' or '\u202f' or '\u2009';

    /// <summary>Combining marks belong to the letter before them.</summary>
    static bool IsLetter(char c) =>
        char.IsAsciiLetter(c) || (c > 127 && (char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark));
}
