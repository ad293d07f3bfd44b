using Verify.Claims.Languages;
using Verify.Claims.Numerals.Spelling;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>A whole number in words: a word of the language's list, or what its spelling rules read. The longer of the two, since one may know a spelling that the other does not.</summary>
/// <param name="IsComplete">Read by rules, to its end.</param>
readonly record struct NumberWords(decimal Value, bool IsComplete)
{
    public static NumberWords? Match(in Sentence s, int at, out int next)
    {
        var listed = s.Match(at, Role.Value, out next);
        if (s.MayStart(at, Role.Spelled) && s.Language.Spelling!.TryRead(s, at, SpellingGrammar.Cardinal, out var value, out var after) && (listed is null || after > next))
        {
            next = after;
            return new(value, true);
        }
        return listed is null ? null : new(listed.Value, false);
    }

    /// <summary>The lower part of a fraction, where the language has rules for it: "tres <u>veintiunavos</u>".</summary>
    public static decimal? Denominator(in Sentence s, int at, out int next)
    {
        next = at;
        return s.IsWord(at) && s.Language.Spelling is { HasDenominators: true } rules && rules.TryRead(s, at, SpellingGrammar.Denominator, out var value, out next) ? value : null;
    }
}
