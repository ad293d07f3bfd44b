using Verify.Claims.Languages;
using Verify.Claims.Numerals.Spelling;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>A whole number in words: a word of the language's list, or what its spelling rules read. The longer of the two, since one may know a spelling that the other does not.</summary>
/// <param name="IsComplete">Read by rules, to its end.</param>
readonly record struct NumberWords(decimal Value, bool IsComplete)
{
    /// <summary>What a word that is more than a number must stand before to be one: "năm người" are five, "năm học" is a year.</summary>
    static readonly Roles Measured = Roles.Of(Role.Counter, Role.Unit, Role.Scale, Role.Percent, Role.Currency);

    public static NumberWords? Match(in Sentence s, int at, out int next)
    {
        var listed = s.Match(at, Role.Value, out next);
        if (Spelled(s, at, out var value, out var after) && (listed is null || after > next))
        {
            next = after;
            return new(value, true);
        }
        return listed is null ? null : new(listed.Value, false);
    }

    /// <summary>A number that the rules of the language read; none where all of it is a word that is a number only alone, signed, or before what is measured.</summary>
    public static bool Spelled(in Sentence s, int at, out long value, out int next)
    {
        (value, next) = (0, at);
        if (!s.MayStart(at, Role.Spelled) || !s.Language.Spelling!.TryRead(s, at, SpellingGrammar.Cardinal, out value, out next)) return false;
        return s.Match(at, Role.Alone, out var alone) is null || alone != next || s.Is(next, Measured) || IsSigned(s, at, next);
    }

    /// <summary>"minus one", and nothing after it.</summary>
    static bool IsSigned(in Sentence s, int at, int next) => !s.IsWord(next) && !s.IsDigits(next) && s.MatchBefore(at, Role.Minus, 0, out _) is not null;

    /// <summary>The lower part of a fraction, where the language has rules for it: "tres <u>veintiunavos</u>".</summary>
    public static decimal? Denominator(in Sentence s, int at, out int next)
    {
        next = at;
        return s.IsWord(at) && s.Language.Spelling is { HasDenominators: true } rules && rules.TryRead(s, at, SpellingGrammar.Denominator, out var value, out next) ? value : null;
    }
}
