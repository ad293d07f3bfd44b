using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>A report announced by a noun: "the mayor's claim that …", "a statement by X that …", "pernyataan X bahwa …".</summary>
static class NounSaying
{
    const int LongestName = 8;

    public static bool TryRead(in Sentence s, int at, int next, out Saying saying)
    {
        saying = default;
        var speaker = Holder(s, at, next);
        var report = Math.Max(next, speaker.Next);
        if (speaker.IsEmpty || s.Is(speaker.First, Role.FirstPerson) || s.Match(report, Role.That, out var start) is null) return false;
        var first = Math.Min(speaker.First, at);
        saying = new(speaker, new(at, next), new(first, start), new(start, s.Count));
        return true;
    }

    /// <summary>Whose noun it is: "the mayor's claim", "a claim by the mayor", "klaim wali kota".</summary>
    public static Stretch Holder(in Sentence s, int at, int next)
    {
        if (s.Match(next, Role.SpeechBy, out var by) is not null) return SpeakerReader.After(s, by);
        return s.Language.DirectNouns && s.IsWord(next) && !s.Is(next, Role.That) ? SpeakerReader.After(s, next) : Owner(s, at);
    }

    /// <summary>"<u>the mayor's</u> claim", "<u>her</u> claim".</summary>
    static Stretch Owner(in Sentence s, int at)
    {
        var last = at - 1;
        if (s.IsWord(last) && !s.IsCapital(last) && s.Match(last, Role.NounStop, out _) is null && !IsOwned(s, last)) last--;
        if (!s.IsWord(last) && !s.IsMark(last, "'’")) return default;
        if (!IsOwned(s, last)) return s.Match(last, Role.SpeechOwner, out _) is null ? default : new(last, last + 1);
        var first = last;
        while (first > 0 && last - first < LongestName && (s.IsWord(first - 1) || s.IsMark(first - 1, ".-")) && !Verbs.Is(s, first - 1) && !s.Is(first - 1, Role.Conjunction))
        {
            if (s.Is(first - 1, Role.NounStop) && !NounPhrases.IsOpener(s, first - 1)) break;
            first--;
            if (NounPhrases.IsOpener(s, first)) break;
            if (s.IsCapital(first) && !s.IsCapital(first - 1) && !NounPhrases.IsOpener(s, first - 1) && !s.IsMark(first - 1, ".-")) break;
        }
        return new(first, last + 1);
    }

    /// <summary>"the mayor's": a possessive with its mark inside or behind the word.</summary>
    public static bool IsOwned(in Sentence s, int at)
    {
        if (s.IsMark(at, "'’")) return NounPhrases.IsPossessive(s, at);
        if (!s.IsWord(at)) return false;
        var word = s.Of(at);
        return word.Length > 2 && word[^1] == 's' && word[^2] is ('\'' or '’');
    }
}
