using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Years in words: "in <u>two thousand and twenty</u>", "in <u>nineteen ninety-six</u>", "in <u>negentienhonderd zesennegentig</u>".</summary>
static class SpelledYears
{
    static readonly Roles Counting = Roles.Of(Role.Percent, Role.Scale, Role.Unit, Role.Counter, Role.Currency, Role.Multiple, Role.RelationAfter, Role.Value, Role.Spelled, Role.Multiplier);

    const NumeralForms NotWords = NumeralForms.Digits | NumeralForms.Decimals | NumeralForms.Fraction | NumeralForms.Vague | NumeralForms.Odd;

    static readonly Roles NotNouns = Roles.Of(Role.NounStop, Role.Verb, Role.Modal, Role.Conjunction, Role.RangeTo);

    /// <summary>Only after a word that leads to years, where nothing is counted, and no round hundred: "in two thousand cases".</summary>
    public static bool TryRead(in Sentence s, int at, bool led, out int next)
    {
        next = at;
        if (s.Language.SignsPerWord > 1 || !(led || s.MatchBefore(at, Role.YearBefore, 0, out _) is { Detail: 1 })) return false;
        if (!s.Language.Numerals.TryRead(s, at, out var number) || number.First != at || (number.Forms & NotWords) != 0) return false;
        next = number.Next;
        var value = number.Value;
        if (IsHundreds(value) && s.Language.Numerals.TryRead(s, next, out var rest) && rest.Value is >= 1 and < 100 && decimal.IsInteger(rest.Value) && (rest.Value >= 10 || value >= 100))
        {
            value = (value < 100 ? value * 100 : value) + rest.Value;
            next = rest.Next;
        }
        return value is > 1800 and < 2100 && value % 100 != 0 && !IsCount(s, next);
    }

    /// <summary>"<u>nineteen</u> ninety-six", "<u>negentienhonderd</u> zesennegentig".</summary>
    static bool IsHundreds(decimal value) => value is 18 or 19 or 20 or 1800 or 1900 or 2000;

    /// <summary>"in <u>twenty fifteen</u>-minute sessions": what follows is counted, or hangs on the number.</summary>
    static bool IsCount(in Sentence s, int at) =>
        s.Is(at, Counting) || s.IsMark(at, "-–%") || (s.IsWord(at) && !s.MayStart(at, NotNouns) && !Verbs.Is(s, at) && (s.Language.CapitalNouns || !s.IsCapital(at)));
}
