using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>The phrase that touches a cue, where the one that opens its part of the sentence does not reach it.</summary>
static class NearestPhrase
{
    /// <summary>How many words an article's phrase, or an adverbial before it, may have.</summary>
    const int MostWords = 6;

    /// <summary>A pronoun, a name, or what an article opens; the opening phrase again where that is only described by it.</summary>
    public static Stretch Read(in Sentence s, int start, int end, Stretch opening, ref int zone)
    {
        var first = end;
        var isPronoun = s.Match(end - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Pronoun };
        if (isPronoun) first = end - 1;
        else if (s.IsCapital(end - 1) && !s.Is(end - 1, Role.NounStop))
        {
            while (first > start && (s.IsCapital(first - 1) || IsInName(s, first - 1) || SpeakerPhrase.IsJoiner(s, first - 1))) first--;
            while (first < end && (!s.IsCapital(first) || s.Is(first, Role.NounStop))) first++;
            if (NounPhrases.IsOpener(s, first - 1)) first--;
        }
        else
        {
            for (var i = end - 1; i >= start && end - i < MostWords * s.Language.SignsPerWord && !Verbs.Is(s, i); i--)
            {
                if (!NounPhrases.IsOpener(s, i)) continue;
                first = i;
                break;
            }
            if (first == end && NounPhrases.Before(s, end, start) is var document && s.Holds(Role.SpeechDocument, document.First, end)) first = document.First;
        }
        if (first == end || first < start || (!isPronoun && IsAgent(s, opening, first))) return opening;
        // What opens the part belongs to the attribution only as a time or a short adverbial: "in June she said".
        for (var i = start; i < first; i++)
        {
            if (s[i].Kind == TokenKind.Time || (first - start <= MostWords * s.Language.SignsPerWord && !s.IsDigits(i) && !Verbs.Is(s, i))) continue;
            zone = first;
            break;
        }
        return new(first, end);
    }

    /// <summary>"<u>Economists</u> polled by the paper had expected …", "<u>warga</u> yang ditemui Siti Aminah mengatakan …": the name belongs to what describes the speaker.</summary>
    static bool IsAgent(in Sentence s, Stretch opening, int name)
    {
        var described = s.Is(name - 1, Role.SpeechBy) ? Verbs.Is(s, name - 2) : s.Is(name - 2, Role.Relative) && Verbs.Is(s, name - 1);
        // "A spokesman for <u>Reed</u> said", "workers at <u>the mill</u> said"
        described |= (s.Match(name - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Attaching } || s.Is(name - 1, Role.Purpose)) && !HoldsVerb(s, opening.Next, name);
        return described && !opening.IsEmpty && opening.Next < name && !Verbs.Is(s, opening.First);
    }

    static bool HoldsVerb(in Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (Verbs.Is(s, i) || s[i].Kind == TokenKind.Time) return true;
        }
        return false;
    }

    static bool IsInName(in Sentence s, int at) => s.IsMark(at, ".-’'&") || (NounPhrases.IsPartitive(s, at) && s.IsCapital(at - 1));
}
