using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Attributions that stand after what is said, the cue before its speaker: "…," kata X; "…," said X; "…," katanya.</summary>
static class TurnedSaying
{
    const string Marks = ",\"”'’»?!.…";

    static readonly Roles MayFollow = Roles.Of(Role.NounStop, Role.Conjunction, Role.SpeechParticiple);

    /// <summary>"…," katanya: the speaker was named before.</summary>
    public static bool Own(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        saying = new(default, new(at, next), new(at, ZoneEnd(s, at, next, outline)), new(0, s.Count));
        return at == 0 || s.IsMark(OverDash(s, at) - 1, Marks);
    }

    /// <summary>"…," kata X, Selasa (5/3).</summary>
    public static bool Tagged(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        saying = default;
        var led = at == 0 || s.Is(at - 1, Role.Conjunction) || s.IsMark(OverDash(s, at) - 1, Marks);
        if (!led || s.Is(next, Role.That) || Quotes.Opens(s, next)) return false;
        var speaker = SpeakerReader.After(s, OverTime(s, next));
        if (speaker.IsEmpty || s.Is(speaker.First, Role.FirstPerson) || (outline.HoldsQuantity(speaker.First, speaker.Next) && !SpeakerReader.IsTitled(s, speaker))) return false;
        // "X, who farms here, told <u>reporters</u> that …" names who hears it.
        if (!Closes(s, speaker.Next) || s.Is(speaker.Next, Role.That)) return false;
        // "Ann Pryce, who farms here, said wheat was scarce": a verb of saying turns round only after a quotation or a clause.
        if (at > 0 && s.Is(at, Role.SpeechVerb) && !AfterQuotation(s, at) && !outline.HoldsPredicate(0, at)) return false;
        saying = new(speaker, new(at, next), new(at, ZoneEnd(s, at, speaker.Next, outline)), new(0, s.Count));
        return true;
    }

    public static bool AfterQuotation(in Sentence s, int at)
    {
        at = OverDash(s, at);
        return at > 0 && (s.IsMark(at - 1, "\"”'’»") || (s.IsMark(at - 1, ",.") && s.IsMark(at - 2, "\"”'’»")));
    }

    /// <summary>"«…», <u>—</u> заявил X": the dash that some houses put before the attribution.</summary>
    static int OverDash(in Sentence s, int at) => at > 1 && s.IsMark(at - 1, "—–-") && !s.IsStuck(at) ? at - 1 : at;

    /// <summary>"…", dijo <u>el martes</u> la alcaldesa; disse <u>na terça-feira</u> a prefeita.</summary>
    static int OverTime(in Sentence s, int at)
    {
        var time = s.Is(at, Role.NounStop) ? at + 1 : at;
        var next = time;
        while (s[next].Kind == TokenKind.Time) next++;
        return next > time && s.IsWord(next) ? next : at;
    }

    /// <summary>After a turned speaker the sentence ends, pauses, or adds time and place.</summary>
    static bool Closes(in Sentence s, int at) =>
        at >= s.Count || s[at].Kind is TokenKind.Mark or TokenKind.Time || (s.MayStart(at, MayFollow) && !Verbs.Is(s, at)) || s.Is(at, Role.SpeechBetween) || s.Is(at, Role.SpeechVerb);

    /// <summary>
    /// The attribution goes on to the next quotation, or, where nothing was quoted, to the comma after which the report goes on.
    /// </summary>
    static int ZoneEnd(in Sentence s, int at, int next, Outline outline)
    {
        if (AfterQuotation(s, at))
        {
            while (next < s.Count && !Quotes.Opens(s, next)) next++;
            return next;
        }
        for (var i = next; i < s.Count; i++)
        {
            if (Quotes.Opens(s, i)) return i;
            if (s.IsMark(i, ",:") && (outline.HoldsPredicate(i, s.Count) || outline.HoldsQuantity(i, s.Count))) return i + 1;
        }
        return s.Count;
    }
}
