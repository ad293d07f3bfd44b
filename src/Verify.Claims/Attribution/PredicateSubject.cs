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
        for (var at = figure - 1; at >= clause.First && figure - at <= Reach * s.Language.SignsPerWord; at--)
        {
            at = Brackets.Before(s, at + 1, clause.First) - 1;
            if (!outline.IsPredicate(at) || IsCloser(s, at)) continue;
            var first = FirstOf(s, at, clause.First, outline);
            if (Before(s, first, at, clause.First, outline) is var phrase && !phrase.IsEmpty && !(phrase.Next - phrase.First == 1 && phrase.First > clause.First && s.Is(phrase.First - 1, Role.ChangeVerb))) return phrase;
            at = first;
        }
        return default;
    }

    /// <summary>Back over what stands before a verb: "<u>has never been</u> measured".</summary>
    static int FirstOf(in Sentence s, int at, int floor, Outline outline)
    {
        var first = at;
        while (first > floor && ((outline.IsPredicate(first - 1) && !IsCloser(s, first - 1)) || IsBetween(s, first - 1, floor, outline))) first--;
        return first;
    }

    static bool IsBetween(in Sentence s, int at, int floor, Outline outline)
    {
        if (s[at].Kind == TokenKind.Time || s[at + 1].Kind == TokenKind.Time) return s[at].Kind == TokenKind.Time || s.Match(at, Role.NounStop, out _) is { Detail: (byte)NounStop.Attaching };
        if (s.Is(at, Role.SpeechBetween) && !s.Is(at, Role.NounStop)) return true;
        if (s.Match(at, Role.NounStop, out _) is not { Detail: (byte)NounStop.Outside } || s.Is(at, Role.Relative)) return false;
        return !s.Is(at, Role.Purpose) || (at > floor && outline.IsPredicate(at - 1)) || s.Is(at + 1, Role.ChangeVerb);
    }

    static Stretch Before(in Sentence s, int first, int verb, int floor, Outline outline)
    {
        if (s.Is(first - 1, Role.Relative) && Antecedent(s, outline, first - 1) is var head && !head.IsEmpty) return head;
        if (first <= floor) return default;
        if (IsAlone(s, first - 1)) return new(first - 1, first);
        var isFinite = s.Is(verb, Role.Verb) || s.Is(verb, Role.ChangeVerb) || s.Language.VerbSuffixes.Length == 0;
        // "Exports to Chile totalled …": what opens the clause is the subject of a form that may be a participle elsewhere.
        if (!isFinite && Verbs.IsPast(s, verb) && PhraseChain.Before(s, outline, first, floor, true) is var whole && whole.First == floor && !whole.IsEmpty) return whole;
        return PhraseChain.Before(s, outline, first, floor, isFinite);
    }

    /// <summary>"<u>the bank</u>, which has 30 branches": the clause itself begins behind its relative pronoun.</summary>
    static Stretch Antecedent(in Sentence s, Outline outline, int pronoun)
    {
        var next = s.IsMark(pronoun - 1, ',') ? pronoun - 1 : pronoun;
        return outline.IsPredicate(next - 1) ? default : PhraseChain.Before(s, outline, next, 0, false);
    }

    /// <summary>"penduduk <u>tersebut</u>", which looks like a verb.</summary>
    static bool IsCloser(in Sentence s, int at) => s.Match(at, Role.NounStop, out _) is { Detail: (byte)NounStop.Closer };

    /// <summary>A pronoun, or "these" without its noun.</summary>
    static bool IsAlone(in Sentence s, int at) => s.Match(at, Role.NounStop, out _) is { Detail: (byte)NounStop.Pronoun or (byte)NounStop.Definite };
}
