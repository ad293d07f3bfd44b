using System.Buffers;
using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>
/// Finds the places where a number could begin, at the speed of a vectorised search: digits, and the words that every
/// number word of the language contains. What is found is only a candidate; nothing that can be a number is missed.
/// </summary>
sealed class Candidates(Lexicon lexicon, SearchValues<string> needles)
{
    static readonly ulong Wanted = Lexicon.Mask(Role.Value) | Lexicon.Mask(Role.Multiplier) | Lexicon.Mask(Role.Scale) | Lexicon.Mask(Role.Fraction)
        | Lexicon.Mask(Role.Vague) | Lexicon.Mask(Role.MultipleWord) | Lexicon.Mask(Role.Ordinal);

    public static Candidates Of(Lexicon lexicon, IEnumerable<Phrase> phrases)
    {
        var words = phrases.Where(p => (Lexicon.Mask(p.Role) & Wanted) != 0).Select(p => p.Text[0]).Where(w => w.Any(char.IsLetter) ? w.Length > 2 : !char.IsAsciiDigit(w[0]));
        var distinct = words.Select(w => w.ToLowerInvariant()).Distinct().ToList();
        return new(lexicon, SearchValues.Create([.. distinct.Where(w => !distinct.Exists(o => o != w && w.Contains(o, StringComparison.Ordinal)))], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The first digit or number word at or after a place; the text's length when there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from, ref int digit, ref int word)
    {
        if (digit < from) digit = NextDigit(text, from);
        if (word < from) word = NextWord(text, from);
        return Math.Min(digit, word);
    }

    static int NextDigit(ReadOnlySpan<char> text, int from)
    {
        var at = text[from..].IndexOfAnyInRange('0', '9');
        return at < 0 ? text.Length : from + at;
    }

    int NextWord(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var at = text[from..].IndexOfAny(needles);
            if (at < 0) return text.Length;
            var start = from + at;
            while (start > from && char.IsLetter(text[start - 1])) start--;
            if (!Lexer.Next(text, start, text.Length, out var token)) return text.Length;
            if ((lexicon.Starts(lexicon.Find(token.Span.Of(text))) & Wanted) != 0) return token.Start;
            from = Math.Max(token.End, from + at + 1);
        }
        return text.Length;
    }
}
