using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Whoever was last named before a sentence: the one that "katanya" and "she" stand for. Looked for once a sentence, and not far.</summary>
sealed class Antecedents(SideReader side)
{
    /// <summary>How far back a name may stand, in code units.</summary>
    public const int Back = 1200;

    /// <summary>A titled person that a sentence opens with stands among its first tokens.</summary>
    const int TitleReach = 12;

    int before = -1;
    Excerpt? antecedent;

    /// <summary>The last speaker named before the sentence.</summary>
    public Excerpt? Of(in Sentence s)
    {
        if (before != s.Place.Start)
        {
            antecedent = Named(s, Math.Max(0, s.Place.Start - Back), s.Place.Start);
            before = s.Place.Start;
        }
        return antecedent;
    }

    /// <summary>The last of the speakers, and of the titled persons that a sentence opens with, in a piece of the text.</summary>
    Excerpt? Named(in Sentence around, int from, int to)
    {
        Excerpt? named = null;
        for (var at = from; at < to;)
        {
            var end = Math.Clamp(SentenceEnds.Find(around.Text, at, around.Language), at + 1, to);
            var s = side.Read(around, new(at, end), out var found);
            if (Titled(s) is { } titled) named = titled;
            foreach (var saying in found)
            {
                var meant = saying with { Speaker = RelativeSpeaker.Meant(s, saying.Speaker) };
                if (IsNamed(s, meant.Speaker) && IsPerson(s, meant.Speaker)) named = Attributed.Of(s, meant).Speaker;
            }
            at = end;
        }
        return named;
    }

    /// <summary>"<u>Ketua RT Siti Aminah</u> menyambut …", also after an adverbial and its comma.</summary>
    static Excerpt? Titled(in Sentence s)
    {
        var first = 0;
        while (first < Math.Min(s.Count, TitleReach) && !(s.Is(first, Role.SpeechTitle) && (first == 0 || !s.IsWord(first - 1)))) first++;
        if (!s.Is(first, Role.SpeechTitle)) return Acting(s);
        var phrase = SpeakerReader.After(s, first);
        return phrase.Next - phrase.First > 1 && IsNamed(s, new(phrase.Next - 1, phrase.Next)) ? s.Between(phrase.First, phrase.Next) : null;
    }

    /// <summary>"<u>Siti Aminah</u> opened …": a name of two words or more as the subject of a sentence.</summary>
    static Excerpt? Acting(in Sentence s)
    {
        var phrase = SpeakerReader.After(s, 0);
        return phrase.Next - phrase.First > 1 && SpeakerPhrase.IsName(s, phrase) && IsPerson(s, phrase) && Verbs.Is(s, phrase.Next) ? s.Between(phrase.First, phrase.Next) : null;
    }

    /// <summary>Neither a document nor an institution, unless it is somebody's who has a title there: "the head of the agency".</summary>
    static bool IsPerson(in Sentence s, Stretch speaker) =>
        !s.Holds(Role.SpeechDocument, speaker.First, speaker.Next) && (!s.Holds(Role.Institution, speaker.First, speaker.Next) || s.Holds(Role.SpeechTitle, speaker.First, speaker.Next) || s.Holds(Role.Title, speaker.First, speaker.Next));

    static bool IsNamed(in Sentence s, Stretch speaker)
    {
        for (var i = speaker.First; i < speaker.Next; i++)
        {
            if (s.IsCapital(i) && s.Match(i, Role.NounStop, out _) is null) return true;
        }
        return false;
    }
}
