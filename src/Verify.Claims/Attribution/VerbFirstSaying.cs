using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Where the verb stands before its subject: "قال <u>الوزير</u> إن …", said the minister that; without a speaker of its own, "وأضاف أن …", whoever spoke before goes on.</summary>
static class VerbFirstSaying
{
    /// <summary>How far the speaker, who he is and the time may reach, in tokens.</summary>
    const int Reach = 30;

    static readonly Roles Cues = Roles.Of(Role.SpeechVerb, Role.SpeechShow);

    public static bool TryRead(in Sentence s, int at, Outline outline, out Saying saying)
    {
        saying = default;
        if (!s.Language.VerbFirst || !s.MayStart(at, Cues)) return false;
        if (s.Match(at, Role.SpeechVerb, out var next) is null && s.Match(at, Role.SpeechShow, out next) is null) return false;
        var content = Content(s, next, outline);
        if (content < 0) return false;
        var speaker = SpeakerPhrase.Read(s, next, content - 1);
        // What only shows needs a document: "أظهر التقرير أن".
        if (!s.Is(at, Role.SpeechVerb) && !s.Holds(Role.SpeechDocument, speaker.First, speaker.Next)) return false;
        if (!speaker.IsEmpty && (s.Is(speaker.First, Role.FirstPerson) || outline.HoldsQuantity(speaker.First, speaker.Next))) return false;
        saying = new(speaker, new(at, next), new(at, content), new(content, s.Count));
        return true;
    }

    /// <summary>Where what is said begins, behind "that", a colon or the mark that opens a quotation; -1 where nothing leads to it.</summary>
    static int Content(in Sentence s, int from, Outline outline)
    {
        for (var i = from; i < s.Count && i - from < Reach; i++)
        {
            if (s.Match(i, Role.That, out var next) is not null) return next;
            if (s.IsMark(i, ':') || (Quotes.Opens(s, i) && s.IsMark(i - 1, ",:"))) return i + 1;
            if (s.IsMark(i, ";!?.") || outline.OpensQuantity(i) || (i > from && outline.IsPredicate(i) && s.Is(i, Role.SpeechVerb))) return -1;
        }
        return -1;
    }
}
