using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>The noun phrase that a number counts: from the number to the first word that cannot belong to it.</summary>
static class CountedNoun
{
    const int MostWords = 8;

    static readonly Roles Stops = Roles.Of(
        Role.NounStop, Role.Conjunction, Role.Modal, Role.That, Role.Verb, Role.ChangeVerb, Role.SpeechVerb, Role.SpeechTag, Role.SpeechOwn, Role.MultipleWord,
        Role.RangeTo, Role.RangeAnd, Role.Per, Role.RelationBefore, Role.According, Role.Value, Role.Spelled, Role.Fraction, Role.Vague, Role.Currency, Role.PercentBefore, Role.NotNumber);

    /// <summary>What no capital makes a noun of.</summary>
    static readonly Roles NoNouns = Roles.Of(Role.Value, Role.Spelled, Role.Fraction, Role.Vague, Role.Currency, Role.NotNumber);

    /// <summary>The phrase from a token on; empty when the token already ends it.</summary>
    /// <param name="partitive">After "of" the phrase may open with an article: "half of the voters".</param>
    public static Stretch Read(in Sentence s, int at, bool partitive)
    {
        var opened = partitive ? NounPhrases.OverOpener(s, at) : at;
        // "one of the most gifted players": the adverb and its adjective stand before the noun.
        var next = opened > at && IsSuperlative(s, opened) && Belongs(s, opened + 1, true) ? opened + 2 : opened;
        for (var words = 0; words < MostWords && (Belongs(s, next, words == 0 && next == opened) || (words == 0 && IsAdded(s, next))); words++)
        {
            next = OverHyphens(s, next + 1);
            if (NounPhrases.IsPossessive(s, next)) next++;
            else if (IsHead(s, next - 1)) break;
        }
        if (s.Language.CapitalNouns && !s.IsCapital(next - 1)) return new(at, at);
        return next == opened ? new(at, at) : new(at, next);
    }

    /// <summary>A noun that is a verb elsewhere, with the change that it names: "a 5% <u>pay rise</u>".</summary>
    public static Stretch Named(in Sentence s, int at) => new(at, s.Is(at + 1, Role.ChangeNoun) ? at + 2 : at + 1);

    static bool IsSuperlative(in Sentence s, int at) => s.Is(at, Role.NounStop) && s.Match(at, Role.Signal, out _) is { Detail: (byte)Signal.Superlative };

    static bool Belongs(in Sentence s, int at, bool first)
    {
        if (!s.IsWord(at)) return false;
        if (s.Language.CapitalNouns && s.IsCapital(at)) return !s.Is(at, NoNouns);
        if (s.Is(at, Stops) && !NounPhrases.IsInName(s, at)) return false;
        if (s.Language.CapitalNouns) return first || s.IsCapital(at) || !Verbs.IsListed(s, at);
        return first ? !StartsAsVerb(s, at) : !Verbs.Is(s, at);
    }

    /// <summary>"20,000 <u>more</u> officers"; but not "20,000 more than that", nor "20,000 more in May".</summary>
    static bool IsAdded(in Sentence s, int at) =>
        s.Match(at, Role.NounStop, out var next) is { Detail: (byte)NounStop.Adding } && Belongs(s, next, false) && !s.Is(next, Role.RelationAfter);

    /// <summary>Directly after the number a verb's prefix is trusted ("500 meninggal"), its suffix only where no participle stands before its noun: "8 resultaron", but "five armed men".</summary>
    static bool StartsAsVerb(in Sentence s, int at) => (s.Language.VerbSuffixes.Length == 0 || !s.Language.Attributive) && Verbs.Is(s, at);

    /// <summary>A word whose form closes a noun phrase.</summary>
    public static bool IsHead(in Sentence s, int at)
    {
        if (!s.IsWord(at)) return false;
        if (s.Match(at, Role.Head, out var over) is not null && over == at + 1) return true;
        if (s.Language.CapitalNouns) return s.IsCapital(at) && !s.Is(at, Role.NotHead);
        if ((s.IsCapital(at) && !s.IsTitle) || s.Is(at, Role.NotHead)) return false;
        var word = s.Of(at);
        // "the world's population": an owner, and what is owned follows.
        if (word.ContainsAny('\'', '’')) return false;
        foreach (var ending in s.Language.HeadEndings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>"anak-anak" is one word.</summary>
    static int OverHyphens(in Sentence s, int next)
    {
        while (s.IsMark(next, '-') && s.IsStuck(next) && s.IsStuck(next + 1) && s.IsWord(next + 1)) next += 2;
        return next;
    }
}
