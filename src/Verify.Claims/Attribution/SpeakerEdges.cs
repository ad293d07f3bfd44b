using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>What may stand between a speaker and the cue, or before a speaker, and belongs to neither.</summary>
static class SpeakerEdges
{
    /// <summary>Back over what may stand between a speaker and the cue: "has", "also", "juga", "on Tuesday".</summary>
    public static int OverBetween(in Sentence s, int cue)
    {
        var end = cue;
        while (end > 0)
        {
            if (s[end - 1].Kind == TokenKind.Time) end--;
            else if (s.MatchBefore(end, Role.SpeechBetween, 0, out var first) is not null) end = first;
            else break;
        }
        return end > 0 ? end : cue;
    }

    /// <summary>"is accused", "was <u>also</u> praised": what stands before is no speaker then.</summary>
    public static bool IsPassive(in Sentence s, int cue)
    {
        // "was <u>not</u> expected"
        var verb = s.Is(cue - 1, Role.Modal) ? cue - 1 : cue;
        var first = Math.Min(OverBetween(s, verb), verb - 1);
        return s.Holds(Role.Auxiliary, first, cue) && !Verbs.IsProgressive(s, cue);
    }

    /// <summary>Where the part of the sentence begins that ends before a token: at a mark, a quotation, or a conjunction.</summary>
    public static int PartStart(in Sentence s, int end, bool toComma)
    {
        var start = end;
        while (start > 0 && !s.IsMark(start - 1, ",;:()–—") && !IsDash(s, start - 1) && !Quotes.Is(s, start - 1) && end - start < SpeakerPhrase.MostWords * 2)
        {
            if (!toComma && (s.Is(start - 1, Role.That) || (s.Is(start - 1, Role.Conjunction) && start < end && !SpeakerPhrase.IsJoiner(s, start - 1)))) break;
            start--;
        }
        return start;
    }

    /// <summary>"which is run by investors", "saat dihubungi" describe; they name nobody.</summary>
    public static bool IsRelative(in Sentence s, int start) =>
        s.Match(start, Role.Conjunction, out _) is { Detail: (byte)Conjunction.Subordinating } && (!s.IsCapital(start + 1) || s.Is(start, Role.Relative));

    /// <summary>Past conjunctions, adverbs and times.</summary>
    public static int OverOpening(in Sentence s, int start, int end)
    {
        while (start < end)
        {
            if (s.Match(start, Role.Conjunction, out var next) is not null || s.Match(start, Role.SpeechBetween, out next) is not null) start = next;
            else if (s[start].Kind == TokenKind.Time) start++;
            else break;
        }
        return Math.Min(start, end);
    }

    static bool IsDash(in Sentence s, int at) => s.IsMark(at, '-') && (at == 0 || !s.IsStuck(at + 1));
}
