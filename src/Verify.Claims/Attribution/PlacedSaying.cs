using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Places alone tell the parts: who speaks opens the sentence, the verb closes it, and what is said stands between. "X, …yı açıkladı.", "X, «…» dedi."</summary>
static class PlacedSaying
{
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

    /// <summary>Where no mark closes the phrase that opens the sentence, only a name tells where it ends.</summary>
    static Stretch Named(in Sentence s, Stretch phrase)
    {
        if (phrase.IsEmpty || s.IsMark(phrase.Next, ",:") || Quotes.Opens(s, phrase.Next)) return phrase;
        var next = phrase.First;
        while (next < phrase.Next && s.IsCapital(next)) next++;
        return new(phrase.First, next);
    }
}
