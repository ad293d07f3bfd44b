using Verify.Claims.Languages;

namespace Verify.Claims.Text;

/// <summary>Tells verbs by list and by form.</summary>
static class Verbs
{
    const int ShortestInflected = 5;

    static readonly Roles Listed = Roles.Of(Role.Verb, Role.ChangeVerb, Role.SpeechVerb, Role.MultipleWord);

    /// <summary>A word that can be the predicate of its clause.</summary>
    public static bool Is(in Sentence s, int at)
    {
        if (!s.IsWord(at) || (s.Language.CapitalNouns && at > 0 && s.IsCapital(at))) return false;
        if (IsListed(s, at)) return !IsNamedNoun(s, at);
        return HasForm(s, at, s.Language.VerbPrefixes, s.Language.VerbSuffixes);
    }

    /// <summary>"the <u>set</u> will cost", "the <u>rise</u> of": a word that is a verb elsewhere.</summary>
    static bool IsNamedNoun(in Sentence s, int at) =>
        s.Language.ImpliedVerbs && NounPhrases.IsOpener(s, at - 1) && (s.Is(at + 1, Role.Modal) || s.Is(at + 1, Role.Verb) || s.Match(at + 1, Role.RatioOf, out _) is { Detail: 1 });

    /// <summary>A verb whose form tells that it is over: "opened".</summary>
    public static bool IsPast(in Sentence s, int at) => s.IsWord(at) && s.Language.PastEndings.Length > 0 && HasForm(s, at, [], s.Language.PastEndings);

    /// <summary>A form that tells that it goes on: "telling".</summary>
    public static bool IsProgressive(in Sentence s, int at) => s.IsWord(at) && !IsPast(s, at) && HasForm(s, at, [], s.Language.VerbSuffixes);

    public static bool IsListed(in Sentence s, int at) => s.Is(at, Listed) || s.IsInside(at, WordPart.Verb);

    /// <summary>Where every noun has a capital: a small word right after one that is none of the words between phrases.</summary>
    static bool IsAfterNoun(in Sentence s, int at) =>
        !s.IsCapital(at) && !s.Is(at, Role.NounStop) && !s.Is(at, Role.Conjunction)
        && ((s.IsCapital(at - 1) && !s.Is(at - 1, Role.NounStop)) || s.Match(at - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Pronoun });

    static bool HasForm(in Sentence s, int at, string[] prefixes, string[] suffixes)
    {
        var word = s.Of(at);
        if (word.Length < ShortestInflected || s.Is(at, Role.NotVerb) || (s.IsCapital(at) && at > 0 && !s.IsTitle)) return false;
        if (s.Language.CapitalNouns && !IsAfterNoun(s, at)) return false;
        foreach (var prefix in prefixes)
        {
            if (word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) return true;
        }
        // "the winning margin"
        if (NounPhrases.IsOpener(s, at - 1)) return false;
        foreach (var suffix in suffixes)
        {
            if (word.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }
}
