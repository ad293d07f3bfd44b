using Verify.Claims.Languages;
using Verify.Claims.Numerals;

namespace Verify.Claims.Text;

/// <summary>
/// Endings that an apostrophe hangs on a unit, as it does on figures: "km'ye", "TL'lik"; and on an institution that a word after it makes a source:
/// "Kurumu'na göre". What they hang on is a token of its own then, so that no form of it need be listed. Only languages whose figures take such endings have any.
/// </summary>
sealed class HungEndings
{
    const char Plain = '\'', Typeset = '’';

    static readonly Roles Units = Roles.Of(Role.Unit, Role.Currency, Role.CurrencyPart, Role.Percent, Role.Coin);

    static readonly Roles Sources = Roles.Of(Role.Institution, Role.SpeechTitle, Role.SpeechDocument);

    static readonly Roles Numbers = Roles.Of(Role.Value, Role.Scale, Role.Multiplier);

    readonly HashSet<int> units = [], sources = [], endings = [];

    public HungEndings(IReadOnlyCollection<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (phrase.Role == Role.NumberEnding && phrase.Length == 2 && phrase.Words[0] == Plain) endings.Add(phrase.Words[1]);
        }
        if (endings.Count == 0) return;
        foreach (var phrase in phrases)
        {
            if (Units.Has(phrase.Role)) units.Add(phrase.Words[^1]);
            else if (Sources.Has(phrase.Role)) sources.Add(phrase.Words[^1]);
        }
    }

    public bool Any => endings.Count > 0;

    /// <summary>The token as far as the word goes; unchanged where it is none with an ending, or the language knows the whole.</summary>
    public Token Cut(Token token, ReadOnlySpan<char> text, Lexicon lexicon)
    {
        if (token.Kind != TokenKind.Word) return token;
        var word = token.Span.Of(text);
        var mark = word.IndexOfAny(Plain, Typeset);
        if (mark < 1 || lexicon.Find(word) != 0) return token;
        var bare = lexicon.Find(word[..mark]);
        var cut = units.Contains(bare) && endings.Contains(lexicon.Find(word[(mark + 1)..])) && !(IsName(word[..mark]) && !IsCounted(text[..token.Start], lexicon))
            || sources.Contains(bare) && MakesSource(text[token.End..], lexicon);
        return cut ? token with { End = token.Start + mark } : token;
    }

    /// <summary>True where a token follows a word with an ending that was cut off.</summary>
    public static bool IsBehind(in Sentence s, int at) => at > 2 && s.IsWord(at - 1) && s.IsMark(at - 2, "'’") && s.IsStuck(at - 1) && s.IsStuck(at - 2);

    static bool IsName(ReadOnlySpan<char> word) => char.IsUpper(word[0]) && word.Length > 1 && char.IsLower(word[1]);

    /// <summary>"Ay'a" is where one flies and "Mark" who speaks, but "50 Euro'luk" and "2 milyon Dolar'a" are money.</summary>
    static bool IsCounted(ReadOnlySpan<char> before, Lexicon lexicon)
    {
        before = before.TrimEnd();
        return before.Length > 0 && (Figure.Is(before[^1]) || lexicon.Starts(lexicon.Find(before[(before.LastIndexOf(' ') + 1)..])).Overlaps(Numbers));
    }

    /// <summary>Names take more endings than figures do: what follows is told by the word behind it.</summary>
    static bool MakesSource(ReadOnlySpan<char> after, Lexicon lexicon)
    {
        if (after is not [' ', .. var rest]) return false;
        var end = 0;
        while (end < rest.Length && char.IsLetter(rest[end])) end++;
        return end > 0 && lexicon.Starts(lexicon.Find(rest[..end])).Has(Role.According);
    }
}
