using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>The edges of noun phrases that name a subject or a speaker.</summary>
static class NounPhrases
{
    const int MostWordsBefore = 8;

    /// <summary>Past an article, or past a pronoun, which is a phrase of its own.</summary>
    public static int OverOpener(in Sentence s, int first) =>
        s.Match(first, Role.NounStop, out var next) is { Detail: (byte)NounStop.Opener or (byte)NounStop.Definite or (byte)NounStop.Pronoun } ? next : first;

    public static bool IsOpener(in Sentence s, int at) => s.Match(at, Role.NounStop, out _) is { Detail: (byte)NounStop.Opener or (byte)NounStop.Definite };

    /// <summary>Past a demonstrative that closes the phrase.</summary>
    public static int OverCloser(in Sentence s, int first, int next) =>
        next > first && s.Match(next, Role.NounStop, out var closed) is { Detail: (byte)NounStop.Closer } ? closed : next;

    /// <summary>"the head <u>of</u> the company": what follows still belongs to the phrase.</summary>
    public static bool IsPartitive(in Sentence s, int at) =>
        s.Match(at, Role.RatioOf, out var next) is { Detail: 1 } && (s.IsWord(next) || s.IsDigits(next)) && !s.Is(next, Role.That);

    /// <summary>"petani <u>di</u> lereng": a place that still belongs to the noun before it.</summary>
    public static bool IsAttached(in Sentence s, int at)
    {
        if (s.Match(at, Role.NounStop, out var next) is { Detail: (byte)NounStop.Attaching }) return s.IsWord(next) && (IsOpener(s, next) || !s.Is(next, Role.NounStop));
        return s.Match(at - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Attaching } && IsOpener(s, at);
    }

    /// <summary>The mark alone of "the farmers' union".</summary>
    public static bool IsPossessive(in Sentence s, int at) => s.IsMark(at, "'’") && s.IsStuck(at) && !s.IsStuck(at + 1) && s.IsWord(at - 1) && s.IsWord(at + 1);

    /// <summary>A stop that really ends the phrase: no partitive, and no article after one.</summary>
    public static bool Stops(in Sentence s, int at, int first)
    {
        if (s.IsInside(at, WordPart.Stop)) return true;
        if (!s.Is(at, Role.NounStop) || IsPartitive(s, at) || IsInName(s, at)) return false;
        return !(IsOpener(s, at) && at > first && IsPartitive(s, at - 1));
    }

    /// <summary>"<u>North</u> Dale", "Kantor Berita <u>Antara</u>": a word that elsewhere ends a phrase, as part of a name.</summary>
    public static bool IsInName(in Sentence s, int at) =>
        s.IsCapital(at) && !s.IsTitle
        && (s.IsCapital(at - 1) ? s.Match(at, Role.NounStop, out _) is { Detail: (byte)NounStop.Outside } || (s.IsCapital(at + 1) && IsOpener(s, at)) : s.IsCapital(at + 1) && s.Is(at, Role.NameOpener));

    /// <summary>"住民<u>の</u>3分の2": what links the phrase to its figure is no part of it.</summary>
    public static int OverPartitive(in Sentence s, int next, int floor) => s.MatchBefore(next, Role.Particle, floor, out var first) is { Detail: (byte)Particle.Partitive } ? first : next;

    /// <summary>The phrase that ends before a token, with its article: "<u>the total output</u> of 5 MW". Empty where no noun stands there.</summary>
    public static Stretch Before(in Sentence s, int next, int floor)
    {
        next = OverPartitive(s, next, floor);
        var first = next;
        while (first > floor && next - first < MostWordsBefore * s.Language.SignsPerWord && BelongsBefore(s, first - 1, next)) first--;
        while (first < next && (!s.IsWord(first) || s.Match(first, Role.Particle, (byte)Particle.Partitive, out _) is not null)) first++;
        return first > floor && first < next && IsOpener(s, first - 1) ? new(first - 1, next) : new(first, next);
    }

    /// <summary>The phrase that begins at a token, with its article.</summary>
    public static Stretch After(in Sentence s, int first)
    {
        var opened = OverOpener(s, first);
        var next = opened;
        while (next - first < MostWordsBefore * s.Language.SignsPerWord && s.IsWord(next) && !Stops(s, next, opened) && !s.Is(next, Role.Conjunction) && !s.Is(next, Role.Modal) && !Verbs.IsListed(s, next)) next++;
        return next == opened ? default : new(first, next);
    }

    static bool BelongsBefore(in Sentence s, int at, int next)
    {
        if (s.IsMark(at, "-–/")) return s.IsStuck(at) && s.IsStuck(at + 1);
        return s.IsWord(at) && !s.IsInside(at, WordPart.Stop) && !(s.Language.SignsPerWord > 1 && s.Is(at, Role.SpeechBetween)) && (!s.Is(at, Role.NounStop) || IsInName(s, at)) && !s.Is(at, Role.Conjunction) && !s.Is(at, Role.Modal) && (at + 1 < next || !Verbs.Is(s, at)) && !Verbs.IsListed(s, at);
    }
}
