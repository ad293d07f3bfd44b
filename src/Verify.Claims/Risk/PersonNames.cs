using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Risk;

/// <summary>Tells by form alone whether a phrase may name a person: a guess that errs towards yes.</summary>
static class PersonNames
{
    const int LongestAcronym = 7;

    /// <summary>A title before a capital ("Ms Reed"), or two words in capitals side by side where no institution is named. Looks at the phrase only.</summary>
    public static bool Holds(in Sentence s, Excerpt place)
    {
        bool titled = false, found = false;
        var capitals = 0;
        for (var at = place.Start; Lexer.Next(s.Text, at, place.End, out var token); at = token.End)
        {
            if (token.Kind == TokenKind.Mark && s.Text[token.Start] == '.') continue;
            if (token.Kind != TokenKind.Word || !char.IsUpper(s.Text[token.Start]))
            {
                titled = false;
                capitals = 0;
                continue;
            }
            var word = token.Span.Of(s.Text);
            var roles = s.Language.Lexicon.Starts(s.Language.Lexicon.Find(word));
            if (roles.Has(Role.Institution)) return false;
            if (roles.Has(Role.Title)) titled = true;
            else if (titled) return true;
            else capitals = IsName(word, roles) ? capitals + 1 : 0;
            found |= capitals > 1;
        }
        return found;
    }

    static bool IsName(ReadOnlySpan<char> word, Roles roles) =>
        !roles.Has(Role.NounStop) && !roles.Has(Role.Month) && !roles.Has(Role.Weekday) && !(word.Length <= LongestAcronym && !word.ContainsAnyExceptInRange('A', 'Z'));
}
