using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Worth;

/// <summary>What a speaker adds to a claim. The speaker may stand outside the sentence.</summary>
static class Speakers
{
    const int LongestAcronym = 7;

    /// <summary>An institution's word or an acronym; else a name; nothing for "she" and "a neighbour".</summary>
    public static Reason? Weigh(in Sentence s, Excerpt place)
    {
        var named = false;
        for (var at = place.Start; Lexer.Next(s.Text, at, place.End, out var token); at = token.End)
        {
            if (token.Kind != TokenKind.Word) continue;
            var word = token.Span.Of(s.Text);
            var roles = s.Language.Lexicon.Starts(s.Language.Lexicon.Find(word));
            if (roles.Has(Role.Institution) || IsAcronym(word)) return WorthTable.Institution;
            named |= char.IsUpper(word[0]) && !roles.Has(Role.NounStop);
        }
        return named ? WorthTable.NamedSpeaker : null;
    }

    static bool IsAcronym(ReadOnlySpan<char> word) => word.Length is > 1 and <= LongestAcronym && !word.ContainsAnyExceptInRange('A', 'Z');
}
