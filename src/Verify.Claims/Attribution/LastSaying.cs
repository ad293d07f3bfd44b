using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Attributions of languages whose verb stands last: "X, …yı açıkladı.", "X, «…» dedi."; and a source that its word follows: "TÜİK verilerine göre, …".</summary>
static class LastSaying
{
    /// <summary>The verb closes the sentence, its subject opens it, and what is said stands between.</summary>
    public static bool TryRead(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        saying = default;
        if (at == 0 || (next < s.Count && !s.IsMark(next, ".!?;…"))) return false;
        var speaker = Named(s, SpeakerReader.Opening(s, at));
        if (!PlainSaying.MaySpeak(s, speaker) || outline.HoldsQuantity(speaker.First, speaker.Next)) return false;
        var content = s.IsMark(speaker.Next, ",:") ? speaker.Next + 1 : speaker.Next;
        saying = new(speaker, new(at, next), new(speaker.First, content), new(content, at));
        return content < at;
    }

    /// <summary>The source stands before its word, back to a mark or the beginning.</summary>
    public static bool Source(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        var first = SpeakerEdges.OverOpening(s, SpeakerEdges.PartStart(s, at, true), at);
        var comma = s.IsMark(next, ',') ? next + 1 : next;
        saying = new(new(first, at), new(at, next), new(first, comma), new(comma, s.Count));
        return first < at && at - first <= SpeakerPhrase.MostWords && !outline.HoldsQuantity(first, at) && (s.Holds(Role.SpeechDocument, first, at) || s.Holds(Role.Institution, first, at) || s.Holds(Role.SpeechTitle, first, at));
    }

    /// <summary>Where no mark closes the phrase that opens the sentence, only a name tells where it ends.</summary>
    static Stretch Named(in Sentence s, Stretch phrase)
    {
        if (phrase.IsEmpty || s.IsMark(phrase.Next, ",:") || Quotes.Opens(s, phrase.Next)) return phrase;
        var next = phrase.First;
        while (next < phrase.Next && s.IsCapital(next)) next++;
        return new(phrase.First, next);
    }
}
