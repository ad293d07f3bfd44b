using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>A colon that leads to a quotation, where no word of saying does.</summary>
static class ColonSaying
{
    static readonly Roles Telling = Roles.Of(Role.SpeechDocument, Role.SpeechNoun, Role.SpeechShow, Role.SpeechVerb);

    /// <param name="free">No word of saying before the colon leads to it already.</param>
    public static bool TryRead(in Sentence s, int at, bool free, out Saying saying)
    {
        saying = default;
        var speaker = SpeakerReader.Before(s, at, out var zone);
        if (!IsBare(s, speaker, zone, at))
        {
            speaker = free ? Teller(s, at, out zone) : default;
            if (speaker.IsEmpty) return false;
        }
        saying = new(speaker, new(at, at + 1), new(Math.Min(zone, speaker.First), at + 1), new(at + 1, s.Count));
        return true;
    }

    /// <summary>"HARGA BERAS — Siti Aminah: “…”": a name, a colon and a quotation; also "more from Siti Aminah: “…”".</summary>
    static bool IsBare(in Sentence s, Stretch speaker, int zone, int at)
    {
        // Nothing but the name may stand there: "Budi memeluk Ani: “…”" leaves open who speaks.
        if (!PlainSaying.MaySpeak(s, speaker) || !s.IsCapital(speaker.First) || speaker.Next != Brackets.Before(s, at, 0)) return false;
        if (!s.Is(speaker.First - 1, Role.SpeechBy) && (speaker.First != zone || s.IsWord(zone - 1))) return false;
        for (var i = speaker.First; i < speaker.Next; i++)
        {
            if (s.IsWord(i) && !s.IsCapital(i) && !SpeakerPhrase.IsJoiner(s, i)) return false;
        }
        return true;
    }

    /// <summary>
    /// "<u>The office</u> answered in a letter of its own: “…”": whom the clause before the colon is about, where a word of it is of telling;
    /// "it is shown by <u>this finding</u>: “…”": else the document that touches the colon.
    /// </summary>
    static Stretch Teller(in Sentence s, int at, out int zone)
    {
        zone = SpeakerEdges.PartStart(s, at, true);
        if (FirstTelling(s, zone, at) == at) return default;
        var teller = SpeakerReader.Part(s, at);
        teller = teller with { Next = Math.Min(teller.Next, FirstTelling(s, teller.First + 1, at)) };
        if (Speaks(s, teller)) return PlainSaying.MaySpeak(s, teller) ? teller : default;
        var document = NounPhrases.Before(s, at, zone);
        return s.Holds(Role.SpeechDocument, document.First, at) || s.Holds(Role.SpeechNoun, document.First, at) ? document : default;
    }

    /// <summary>A name, a pronoun, an institution; an article's capital names nobody.</summary>
    static bool Speaks(in Sentence s, Stretch teller)
    {
        for (var i = teller.First; i < teller.Next; i++)
        {
            if (s.Is(i, Role.SpeechPronoun) || s.Is(i, Role.Institution) || (s.IsCapital(i) && !s.Is(i, Role.NounStop))) return true;
        }
        return false;
    }

    static int FirstTelling(in Sentence s, int from, int to)
    {
        while (from < to && !s.Is(from, Telling)) from++;
        return Math.Min(from, to);
    }
}
