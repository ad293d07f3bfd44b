using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>A noun phrase with all that hangs on its noun: "<u>the salt content of lakes in the north</u>".</summary>
static class PhraseChain
{
    const int MostWords = 18;

    /// <summary>The chain that ends before a token; empty where no noun stands there.</summary>
    /// <param name="through">Whether prepositions of all kinds and a verb's form inside it are passed, as before the verb of a clause: "people living in cities <u>own</u> …".</param>
    public static Stretch Before(in Sentence s, Outline outline, int next, int floor, bool through)
    {
        next = NounPhrases.OverPartitive(s, next, floor);
        var first = next;
        while (first > floor && next - first < MostWords * s.Language.SignsPerWord && Reaches(s, outline, first, next, floor, through, out var before)) first = before;
        first = Opened(s, outline, first, next);
        if (through && IsOutside(s, first) && !s.Is(first, Role.RangeAnd)) return default;
        while (first < next && (!IsNoun(s, outline, first) || s.Match(first, Role.Particle, (byte)Particle.Partitive, out _) is not null)) first++;
        if (first >= next) return default;
        return first > floor && NounPhrases.IsOpener(s, first - 1) ? new(first - 1, next) : new(first, next);
    }

    /// <summary>An article with no link before it opens another phrase: "last year <u>the salt content</u>".</summary>
    static int Opened(in Sentence s, Outline outline, int first, int next)
    {
        for (var i = next - 1; i > first; i--)
        {
            if (NounPhrases.IsOpener(s, i) && !NounPhrases.IsOpener(s, i - 1) && !Links(s, i - 1) && !NounPhrases.IsPartitive(s, i)) return i;
        }
        return first;
    }

    static bool IsNoun(in Sentence s, Outline outline, int at) => outline.IsInQuantity(at) || (s.IsWord(at) && (NounPhrases.IsOpener(s, at) || !s.Is(at, Role.NounStop)));

    static bool Reaches(in Sentence s, Outline outline, int first, int next, int floor, bool through, out int before)
    {
        before = first - 1;
        var at = before;
        if (outline.IsInQuantity(at)) return first < next;
        if (s.IsMark(at, "-–/&'’\"“”")) return s.IsStuck(at) || s.IsStuck(at + 1);
        if (s.IsMark(at, '.')) return first < next && s.IsStuck(at) && s.IsWord(at - 1);
        if (s[at].Kind == TokenKind.Time) return first < next;
        if (s.IsMark(at, ')')) return (before = Brackets.Before(s, first, floor)) < first;
        if (!s.IsWord(at) || s.Is(at, Role.Modal) || s.IsInside(at, WordPart.Stop)) return false;
        if (s.MatchBefore(first, Role.NounStop, floor, out _) is { Length: > 1 }) return false;
        if (s.Is(at, Role.Conjunction)) return first < next && s.Is(at, Role.RangeAnd);
        if (s.Is(at, Role.NounStop)) return IsTie(s, at, first < next, through);
        if (!Verbs.Is(s, at)) return true;
        return first < next && (NounPhrases.IsOpener(s, at - 1) || (through && s.Language.VerbSuffixes.Length > 0 && !s.Is(at, Role.Verb) && !s.Is(at, Role.ChangeVerb) && s.IsWord(at - 1) && !Verbs.Is(s, at - 1)));
    }

    static bool IsTie(in Sentence s, int at, bool inside, bool through) => (NounStop)s.Match(at, Role.NounStop, out _)!.Detail switch
    {
        NounStop.Closer => true,
        NounStop.Opener or NounStop.Definite or NounStop.Attaching => inside,
        NounStop.Outside => inside && (s.Match(at, Role.RatioOf, out _) is { Detail: 1 } || (through && !s.Is(at, Role.Relative))),
        _ => false,
    };

    static bool Links(in Sentence s, int at) => s.Is(at, Role.RangeAnd) || IsOutside(s, at);

    static bool IsOutside(in Sentence s, int at) => s.Match(at, Role.NounStop, out _) is { Detail: (byte)NounStop.Outside or (byte)NounStop.Attaching };
}
