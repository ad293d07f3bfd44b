using System.Collections.Frozen;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;

namespace Verify.Claims.Text;

/// <summary>
/// Endings that an apostrophe hangs on a unit, as it does on figures: "km'ye", "TL'lik". The unit is a token of its own then, so that no form of it need be
/// listed. Only languages whose figures take such endings have any.
/// </summary>
sealed class UnitEndings
{
    const char Plain = '\'', Typeset = '’';

    static readonly Roles Units = Roles.Of(Role.Unit, Role.Currency, Role.CurrencyPart, Role.Percent, Role.Coin);

    static readonly Roles Numbers = Roles.Of(Role.Value, Role.Scale, Role.Multiplier);

    readonly FrozenSet<int> units, endings;

    public UnitEndings(IReadOnlyCollection<Phrase> phrases)
    {
        endings = phrases.Where(p => p.Role == Role.NumberEnding && p.Length == 2 && p.Words[0] == Plain).Select(p => p.Words[1]).ToFrozenSet();
        units = endings.Count == 0 ? [] : phrases.Where(p => Units.Has(p.Role)).Select(p => p.Words[^1]).ToFrozenSet();
    }

    public bool Any => endings.Count > 0;

    /// <summary>The token as far as the unit goes; unchanged where it is none with an ending, or the language knows the whole.</summary>
    public Token Cut(Token token, ReadOnlySpan<char> text, Lexicon lexicon)
    {
        if (token.Kind != TokenKind.Word) return token;
        var word = token.Span.Of(text);
        var mark = word.IndexOfAny(Plain, Typeset);
        if (mark < 1 || lexicon.Find(word) != 0 || !endings.Contains(lexicon.Find(word[(mark + 1)..]))) return token;
        var unit = lexicon.Find(word[..mark]);
        return units.Contains(unit) && !(IsName(word[..mark]) && !IsCounted(text[..token.Start], lexicon)) ? token with { End = token.Start + mark } : token;
    }

    static bool IsName(ReadOnlySpan<char> word) => char.IsUpper(word[0]) && word.Length > 1 && char.IsLower(word[1]);

    /// <summary>"Ay'a" is where one flies and "Mark" who speaks, but "50 Euro'luk" and "2 milyon Dolar'a" are money.</summary>
    static bool IsCounted(ReadOnlySpan<char> before, Lexicon lexicon)
    {
        before = before.TrimEnd();
        return before.Length > 0 && (Figure.Is(before[^1]) || lexicon.Starts(lexicon.Find(before[(before.LastIndexOf(' ') + 1)..])).Overlaps(Numbers));
    }
}
