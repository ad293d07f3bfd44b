using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>When a verb that shows, lists or puts says something: where a document is its subject, or where it cannot mean anything else.</summary>
static class Showing
{
    /// <summary>How far after the verb its figure may stand, in tokens.</summary>
    const int Reach = 60;

    /// <summary>"<u>A study</u> made by Garth University showed …": the document that opens the part goes before its maker. Empty where none does.</summary>
    public static Stretch Document(in Sentence s, int at, Stretch speaker)
    {
        if (!s.Is(at, Role.SpeechShow) || s.Holds(Role.SpeechDocument, speaker.First, speaker.Next)) return default;
        var opening = SpeakerReader.Part(s, at);
        return s.Holds(Role.SpeechDocument, opening.First, opening.Next) && !s.Holds(Role.SpeechVerb, opening.Next, at) ? opening : default;
    }

    /// <summary>A verb that shows says something where a document is its subject, or where "that" or a clause follows.</summary>
    public static bool Says(in Sentence s, Stretch speaker, int zone, int next, ReportStart report, Outline outline)
    {
        if (report.Kind == ReportKind.Nothing) return PlainSaying.IsSetOff(s, zone, outline);
        if (s.Holds(Role.SpeechDocument, speaker.First, speaker.Next)) return true;
        if (s.Is(report.Next - 1, Role.That) || s.Is(next, Role.That) || Quotes.Opens(s, report.Next - 1)) return true;
        if (s.Holds(Role.Institution, speaker.First, speaker.Next) && Reckons(s, report.Next, outline)) return true;
        for (var i = report.Next; i < s.Count && !outline.OpensQuantity(i) && !s.IsMark(i, ",;:"); i++)
        {
            if (outline.IsPredicate(i) && i > report.Next && !s.Is(i - 1, Role.NounStop)) return s.Is(next, Role.NounStop);
        }
        return false;
    }

    /// <summary>"Police put <u>the number of dead at</u> 34": an institution that gives a number to what it counts.</summary>
    static bool Reckons(in Sentence s, int at, Outline outline)
    {
        if (!NounPhrases.IsOpener(s, at)) return false;
        for (var end = at + Reach; at < end && !outline.OpensQuantity(at) && !s.IsMark(at, ",;:"); at++) ;
        if (!outline.OpensQuantity(at)) return false;
        return s.Match(at - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Attaching } || s.Match(at - 1, Role.Conjunction, out _) is { Detail: (byte)Conjunction.Subordinating };
    }
}
