using Verify.Claims.Languages;
using Verify.Claims.Numerals.Spelling;

namespace Verify.Claims.Text;

/// <summary>
/// Short words that are written together with the next one without a mark: "و" and "ب" in Arabic, "ב" in Hebrew. Each is cut off where the rest is a word that the
/// language knows and the whole is none.
/// </summary>
/// <param name="beforeFigures">What may touch the digits after it: "ב-20", "الـ53".</param>
sealed class Prefixes(string[] words, string[] beforeFigures)
{
    /// <summary>No word carries more.</summary>
    const int Most = 3;

    public bool Any => words.Length > 0;

    /// <summary>The token as far as the prefix goes; unchanged where it begins with none.</summary>
    public Token Cut(Token token, ReadOnlySpan<char> text, Lexicon lexicon, SpellingGrammar? spelling)
    {
        if (words.Length == 0 || token.Kind != TokenKind.Word) return token;
        var word = token.Span.Of(text);
        return IsWhole(word, lexicon, spelling) ? token : token with { End = token.Start + Length(word, lexicon, spelling, Most, word.Length) };
    }

    public bool MayTouchFigures(ReadOnlySpan<char> word)
    {
        foreach (var prefix in beforeFigures)
        {
            if (word.SequenceEqual(prefix)) return true;
        }
        return false;
    }

    /// <summary>The length of the first prefix; <paramref name="none"/> where none is followed by a word.</summary>
    int Length(ReadOnlySpan<char> word, Lexicon lexicon, SpellingGrammar? spelling, int left, int none)
    {
        foreach (var prefix in words)
        {
            if (word.Length <= prefix.Length + 1 || !word.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var rest = word[prefix.Length..];
            if (lexicon.Find(rest) != 0 || spelling?.IsMadeOf(rest) == true || (left > 1 && Length(rest, lexicon, spelling, left - 1, 0) > 0)) return prefix.Length;
        }
        return none;
    }

    static bool IsWhole(ReadOnlySpan<char> word, Lexicon lexicon, SpellingGrammar? spelling) => lexicon.Find(word) != 0 || spelling?.IsText(word) == true;
}
