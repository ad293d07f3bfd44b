using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds whose predicate stands nearest before a figure: "an inn in <u>a town</u> that has 300 people", "<u>rats</u> weighing 200 g".</summary>
static class PredicateSubject
{
    const int Reach = 30;

    /// <summary>Empty where the clause shows no predicate before the figure, or none with a noun phrase of its own; a pronoun where that is the phrase.</summary>
    public static Stretch Read(in Sentence s, Stretch clause, int figure, Outline outline)
    {
        for (var at = figure - 1; at >= clause.First && figure - at <= Reach; at--)
        {
            if (s.IsMark(at, ')')) at = OverBrackets(s, at, clause.First);
            if (!outline.IsPredicate(at)) continue;
            var first = FirstOf(s, at, clause.First, outline);
            if (Before(s, first, at, clause.First, outline) is var phrase && !phrase.IsEmpty) return phrase;
            at = first;
        }
        return default;
    }

    /// <summary>Back over what stands before a verb: "<u>has never been</u> measured".</summary>
    static int FirstOf(in Sentence s, int at, int floor, Outline outline)
    {
        var first = at;
        while (first > floor && (outline.IsPredicate(first - 1) || IsBetween(s, first - 1, floor, outline))) first--;
        return first;
    }

    static bool IsBetween(in Sentence s, int at, int floor, Outline outline)
    {
        if (s.Is(at, Role.SpeechBetween) && !s.Is(at, Role.NounStop)) return true;
        if (s.Match(at, Role.NounStop, out _) is not { Detail: (byte)NounStop.Outside } || s.Is(at, Role.Relative)) return false;
        return !s.Is(at, Role.Purpose) || (at > floor && outline.IsPredicate(at - 1)) || s.Is(at + 1, Role.ChangeVerb);
    }

    static Stretch Before(in Sentence s, int first, int verb, int floor, Outline outline)
    {
        if (s.Match(first - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Pronoun }) return first > floor ? new(first - 1, first) : default;
        if (first > floor + 1 && s.Is(first - 1, Role.Relative) && s.IsWord(first - 2)) return PhraseChain.Before(s, outline, first - 1, floor, false);
        return first > floor ? PhraseChain.Before(s, outline, first, floor, s.Is(verb, Role.Verb) || s.Is(verb, Role.ChangeVerb)) : default;
    }

    static int OverBrackets(in Sentence s, int close, int floor)
    {
        for (var at = close - 1; at > floor; at--)
        {
            if (s.IsMark(at, '(')) return at - 1;
        }
        return close;
    }
}
