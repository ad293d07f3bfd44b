using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Attributions whose cue leads the source: "menurut X, …", "in the latest survey, …", "disebutkan oleh X bahwa …".</summary>
static class SourceSaying
{
    /// <summary>How far the words that only describe a source may reach, in tokens.</summary>
    const int Reach = 25;

    /// <summary>"Menurut X, …", "…, menurut X".</summary>
    public static bool According(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        var speaker = SpeakerReader.Source(s, next);
        saying = default;
        if (speaker.IsEmpty || s.Is(speaker.First, Role.FirstPerson)) return false;
        saying = new(speaker, new(at, next), new(at, ZoneEnd(s, at, speaker.Next, outline)), new(0, s.Count));
        return true;
    }

    /// <summary>The source stands before its word, back to a mark or the beginning: "TÜİK verilerine <u>göre</u>, …", "Xに<u>よると</u>、…".</summary>
    public static bool Before(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        var end = HungEndings.IsBehind(s, at) ? at - 2 : at;
        var first = SpeakerEdges.OverOpening(s, SpeakerEdges.PartStart(s, end, true), end);
        var comma = s.IsMark(next, ',') ? next + 1 : next;
        saying = new(new(first, end), new(at, next), new(first, comma), new(comma, s.Count));
        return first < end && end - first <= SpeakerPhrase.MostWords * s.Language.SignsPerWord && !outline.HoldsQuantity(first, end) && (s.Holds(Role.SpeechDocument, first, end) || s.Holds(Role.Institution, first, end) || s.Holds(Role.SpeechTitle, first, end));
    }

    /// <summary>"In the latest survey, …": a source only where the phrase names a document and a comma closes it.</summary>
    public static bool Lead(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        saying = default;
        if (at > 0 && !s.IsMark(at - 1, ",;:\"“") && !s.Is(at - 1, Role.Conjunction)) return false;
        var source = SpeakerReader.Source(s, next);
        var end = source.Next;
        while (end < s.Count && end - source.Next < Reach * s.Language.SignsPerWord && !s.IsMark(end, ",;:.")) end++;
        if (View(s, source) is { IsEmpty: false } viewer && s.IsMark(end, ','))
        {
            saying = new(viewer, new(at, next), new(at, end + 1), new(0, s.Count));
            return true;
        }
        if (!s.Holds(Role.SpeechDocument, source.First, source.Next) || s.Is(source.First, Role.FirstPerson) || outline.HoldsQuantity(Counted(s, next, source), end)) return false;
        if (!s.IsMark(end, ',') && at == 0) return false;
        // "Under <u>Article 12</u> of …": a place in a document, and nobody's word.
        if (s.Is(source.Next - 1, Role.Reference) && s.IsDigits(source.Next)) return false;
        // "The office, <u>in a long letter</u>, wrote that …" only says where its subject spoke.
        if (at > 0 && s.IsMark(end, ',') && outline.IsPredicate(end + 1)) return false;
        saying = new(source, new(at, next), new(at, ZoneEnd(s, at, source.Next, outline)), new(0, s.Count));
        return true;
    }

    /// <summary>"In <u>the mayor's</u> view, …": whose view it is.</summary>
    static Stretch View(in Sentence s, Stretch source)
    {
        var noun = source.Next - 1;
        return noun > source.First && s.Is(noun, Role.SpeechNoun) && NounSaying.IsOwned(s, noun - 1) ? source with { Next = noun } : default;
    }

    /// <summary>"By <u>one</u> estimate", "in <u>two</u> surveys": how many documents there are is no figure of what they say.</summary>
    static int Counted(in Sentence s, int at, Stretch source) => at < source.Next - 1 && s.IsWord(at) ? source.Next : at;

    /// <summary>"Dikatakan X, …", "… disampaikan oleh X": a passive needs its agent, by a preposition or by name.</summary>
    public static bool Passive(in Sentence s, int at, int next, Outline outline, out Saying saying)
    {
        saying = default;
        var by = s.Match(next, Role.SpeechBy, out var agent) is not null;
        var speaker = SpeakerReader.After(s, by ? agent : next);
        if (speaker.IsEmpty || s.Is(speaker.First, Role.FirstPerson)) return false;
        if (!by && !s.IsCapital(speaker.First) && !s.Holds(Role.Institution, speaker.First, speaker.First + 1)) return false;
        var cue = new Stretch(at, by ? agent : next);
        var report = ReportStart.Read(s, speaker.Next, false, outline);
        saying = report.Kind == ReportKind.Nothing || outline.HoldsQuantity(0, at)
            ? new(speaker, cue, new(at, outline.HoldsQuantity(speaker.Next, s.Count) ? speaker.Next : s.Count), new(0, s.Count))
            : new(speaker, cue, new(at, report.Next), new(report.Next, s.Count));
        return true;
    }

    static int ZoneEnd(in Sentence s, int at, int next, Outline outline)
    {
        var end = next;
        while (end < s.Count && !s.IsMark(end, ",;:") && end - next < Reach * s.Language.SignsPerWord) end++;
        if (!s.IsMark(end, ",;:")) return at > 0 && end == s.Count && !outline.HoldsQuantity(next, end) ? end : next;
        if (outline.HoldsQuantity(next, end)) return next;
        return at == 0 || !s.IsMark(at - 1, ',') ? OverApposition(s, end, outline) + 1 : end;
    }

    /// <summary>"Menurut X, <u>kelompok pemantau,</u> …": to the comma that ends what only describes the speaker.</summary>
    static int OverApposition(in Sentence s, int comma, Outline outline)
    {
        var end = comma + 1;
        while (end < s.Count && !s.IsMark(end, ",;:.") && end - comma < Reach * s.Language.SignsPerWord) end++;
        return s.IsMark(end, ',') && !outline.HoldsPredicate(comma, end) && !outline.HoldsQuantity(comma, end) ? end : comma;
    }
}
