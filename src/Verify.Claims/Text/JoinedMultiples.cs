using Verify.Claims.Languages;
using Verify.Claims.Numerals.Spelling;

namespace Verify.Claims.Text;

/// <summary>
/// Words for a multiple that are written together with their number in words: "zweieinhalb<u>mal so viele</u>", "zwölf<u>fach</u>". The number is cut off,
/// where the rest of the phrase follows and the whole is no word of its own.
/// </summary>
sealed class JoinedMultiples
{
    static readonly Roles Numbers = Roles.Of(Role.Value, Role.Spelled, Role.Fraction);

    /// <summary>What hangs on the number, each with all that may follow it.</summary>
    readonly (string Hung, List<string> After)[] phrases;

    /// <param name="multiples">The language's phrases; those of a single letter and those with a mark hang on no word.</param>
    public JoinedMultiples(IEnumerable<string> multiples)
    {
        var found = new List<(string Hung, List<string> After)>();
        foreach (var phrase in multiples)
        {
            var gap = phrase.IndexOf(' ', StringComparison.Ordinal);
            var hung = gap > 0 ? phrase[..gap] : phrase;
            if (hung.Length < 2 || !char.IsLetter(hung[0])) continue;
            var at = 0;
            while (at < found.Count && found[at].Hung != hung) at++;
            if (at == found.Count) found.Add((hung, []));
            found[at].After.Add(phrase[hung.Length..]);
        }
        phrases = [.. found];
    }

    /// <summary>The token as far as the number goes; unchanged where it is no number with a multiple.</summary>
    public Token Cut(Token token, ReadOnlySpan<char> text, Lexicon lexicon, SpellingGrammar? spelling)
    {
        if (token.Kind != TokenKind.Word) return token;
        var word = token.Span.Of(text);
        foreach (var (hung, after) in phrases)
        {
            if (word.Length > hung.Length + 1 && word.EndsWith(hung, StringComparison.Ordinal))
                return Follows(text[token.End..], after) && lexicon.Find(word) == 0 && IsNumber(word[..^hung.Length], lexicon, spelling) ? token with { End = token.End - hung.Length } : token;
        }
        return token;
    }

    static bool Follows(ReadOnlySpan<char> text, List<string> after)
    {
        foreach (var rest in after)
        {
            if (text.StartsWith(rest, StringComparison.Ordinal) && (text.Length == rest.Length || !char.IsLetter(text[rest.Length]))) return true;
        }
        return false;
    }

    /// <summary>"einfach" is simple, and not once.</summary>
    static bool IsNumber(ReadOnlySpan<char> word, Lexicon lexicon, SpellingGrammar? spelling)
    {
        var roles = lexicon.Starts(lexicon.Find(word));
        return !roles.Has(Role.Article) && (roles.Overlaps(Numbers) || spelling?.IsMadeOf(word) == true);
    }
}
