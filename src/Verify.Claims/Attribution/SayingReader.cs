using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds who is said to say what in a sentence.</summary>
static class SayingReader
{
    /// <summary>How far after a cue its hearers, time and place may reach, in tokens.</summary>
    const int ZoneReach = 25;

    static readonly Roles Cues = Roles.Of(Role.SpeechVerb, Role.SpeechTag, Role.SpeechOwn, Role.According);

    public static void Read(in Sentence s, Outline outline, Pooled<Saying> sayings)
    {
        sayings.Clear();
        for (var i = 0; i < s.Count; i++)
        {
            if (!s.MayStart(i, Cues) || !TryRead(s, i, outline, out var saying)) continue;
            sayings.Add(saying);
            i = saying.Cue.Next - 1;
        }
    }

    /// <summary>The saying whose content holds a token: the innermost where one stands inside another.</summary>
    public static int Governing(ReadOnlySpan<Saying> sayings, int token)
    {
        var best = -1;
        for (var i = 0; i < sayings.Length; i++)
        {
            if (!sayings[i].Governs(token)) continue;
            var opens = sayings[i].Cue.First < token;
            if (best < 0 || opens) best = i;
        }
        return best;
    }

    static bool TryRead(in Sentence s, int at, Outline outline, out Saying saying)
    {
        if (s.Match(at, Role.According, out var next) is not null) return According(s, at, next, outline, out saying);
        if (s.Match(at, Role.SpeechOwn, out next) is not null && FollowsContent(s, at))
        {
            saying = new(default, new(at, next), new(at, s.Count), new(0, s.Count));
            return true;
        }
        if (s.Match(at, Role.SpeechTag, out next) is not null && FollowsContent(s, at) && Tagged(s, at, next, out saying)) return true;
        saying = default;
        return s.Match(at, Role.SpeechVerb, out next) is not null && Verb(s, at, next, outline, out saying);
    }

    /// <summary>"Menurut X, …", "…, menurut X".</summary>
    static bool According(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        var speaker = SpeakerReader.After(s, next);
        var end = speaker.Next;
        while (end < s.Count && !s.IsMark(end, ",;:") && end - speaker.Next < ZoneReach) end++;
        if (!s.IsMark(end, ",;:")) end = speaker.Next;
        else if (at == 0 || !s.IsMark(at - 1, ',')) end = OverApposition(s, end, outline) + 1;
        saying = new(speaker, new(at, next), new(at, end), new(0, s.Count));
        return speaker.First < speaker.Next;
    }

    /// <summary>"Menurut X, <u>kelompok pemantau,</u> …": to the comma that ends what only describes the speaker.</summary>
    static int OverApposition(in Sentence s, int comma, Outline outline)
    {
        var end = comma + 1;
        while (end < s.Count && !s.IsMark(end, ",;:.") && end - comma < ZoneReach) end++;
        return s.IsMark(end, ',') && !outline.HoldsPredicate(comma, end) && !outline.HoldsQuantity(comma, end) ? end : comma;
    }

    /// <summary>"…," kata X, Selasa (5/3).</summary>
    static bool Tagged(in Sentence s, int at, int next, out Saying saying)
    {
        var speaker = SpeakerReader.After(s, next);
        var end = speaker.Next;
        while (end < s.Count && !Quotes.Opens(s, end)) end++;
        saying = new(speaker, new(at, next), new(at, end), new(0, s.Count));
        return speaker.First < speaker.Next && !(Verbs.Is(s, speaker.Next) && s.Is(at, Role.SpeechVerb));
    }

    /// <summary>"X mengatakan bahwa …"; turned round, "…, X said".</summary>
    static bool Verb(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        saying = default;
        var speaker = SpeakerReader.Before(s, at, out var zone);
        // "Kami menargetkan …" in a quotation: the one who quotes is the speaker.
        if (speaker.First == speaker.Next || s.Is(speaker.First, Role.FirstPerson)) return false;
        var content = ContentStart(s, next);
        // "Nearly 500 officers reported for duty" tells of its subject; it quotes nobody.
        if (content == next && outline.HoldsQuantity(zone, at) && !outline.HoldsQuantity(content, s.Count)) return false;
        saying = HoldsWords(s, content, s.Count) || zone == 0
            ? new(speaker, new(at, next), new(zone, content), new(content, s.Count))
            : new(speaker, new(at, next), new(zone, s.Count), new(0, zone));
        return true;
    }

    static bool HoldsWords(in Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (s.IsWord(i) || s.IsDigits(i)) return !s.Is(i, Role.NounStop);
        }
        return false;
    }

    /// <summary>Where the content begins after a cue: past its time, its hearers and "bahwa".</summary>
    static int ContentStart(in Sentence s, int at)
    {
        if (s.IsMark(at, ",:") || Quotes.Opens(s, at)) return s.Match(at + 1, Role.That, out var that) is not null ? that : at + 1;
        var led = s[at].Kind == TokenKind.Time || s.Is(at, Role.NounStop);
        var start = -1;
        var end = Math.Min(s.Count, at + ZoneReach);
        for (var i = at; i < end; i++)
        {
            if (s.Match(i, Role.That, out var next) is not null) return next;
            if (Verbs.Is(s, i) || Quotes.Opens(s, i)) break;
            if (s.IsDigits(i) && start >= 0) break;
            if (led && s.IsMark(i, ",:")) start = i + 1;
        }
        if (start >= 0) return start;
        while (s[at].Kind == TokenKind.Time) at++;
        return at;
    }

    static bool FollowsContent(in Sentence s, int at) => at == 0 || s.IsMark(at - 1, ",\"”'’»?!.…");
}
