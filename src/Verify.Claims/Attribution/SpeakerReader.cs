using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Finds the speaker's noun phrase on either side of a cue.</summary>
static class SpeakerReader
{
    const int MostWords = SpeakerPhrase.MostWords;
    const int MostParts = 6;

    /// <summary>The phrase after "kata", "menurut", "said"; a name after a role and a comma is preferred.</summary>
    public static Stretch After(in Sentence s, int at)
    {
        var first = SpeakerPhrase.Read(s, at, s.Count);
        var isRole = !s.IsCapital(first.First) || s.Holds(Role.Institution, first.First, first.Next) || s.Is(first.First, Role.SpeechTitle);
        if (first.IsEmpty || !isRole || !s.IsMark(first.Next, ',') || !s.IsCapital(first.Next + 1)) return first;
        var name = SpeakerPhrase.Read(s, first.Next + 1, s.Count);
        // "according to a recent poll, Reed leads": a name that a verb follows begins the report.
        var closed = name.Next >= s.Count || s[name.Next].Kind is TokenKind.Mark or TokenKind.Time;
        return closed && SpeakerPhrase.IsName(s, name) && !s.Holds(Role.SpeechDocument, first.First, first.Next) ? name : first;
    }

    /// <summary>The phrase after a cue that names a source; a document takes its maker with it: "a recent report <u>from the institute</u>".</summary>
    public static Stretch Source(in Sentence s, int at)
    {
        var source = After(s, at);
        if (!s.Holds(Role.SpeechDocument, source.First, source.Next) || s.Match(source.Next, Role.SpeechBy, out var by) is null) return source;
        var maker = SpeakerPhrase.Read(s, by, s.Count);
        return !maker.IsEmpty ? source with { Next = maker.Next } : source;
    }

    /// <summary>
    /// The phrase before a cue. Between the two may stand an apposition, a time or a place: "Kimball, direktur …, mengatakan";
    /// then the name is the speaker. <paramref name="zone"/> is where the attribution begins.
    /// </summary>
    public static Stretch Before(in Sentence s, int cue, out int zone)
    {
        var end = Brackets.Before(s, SpeakerEdges.OverBetween(s, cue), 0);
        if (RelativeSpeaker.Is(s, end - 1) && !RelativeSpeaker.Meant(s, new(end - 1, end)).IsEmpty) return new(zone = end - 1, end);
        return Phrase(s, end, out zone);
    }

    /// <summary>The phrase that ends before a token, a relative pronoun passed over.</summary>
    public static Stretch Phrase(in Sentence s, int end, out int zone)
    {
        zone = end;
        // "The team followed 40 men for a year and found that …"
        if (s.Match(end - 1, Role.Conjunction, out _) is { Detail: (byte)Conjunction.Coordinating }) return Opening(s, end - 1);
        var best = default(Stretch);
        var apposition = s.IsMark(end - 1, ',');
        for (var part = 0; part < MostParts && end > 0; part++)
        {
            var start = SpeakerEdges.PartStart(s, end, apposition);
            var phrase = SpeakerPhrase.Read(s, SpeakerEdges.OverOpening(s, start, end), end);
            if (!apposition && phrase.Next < end) phrase = NearestPhrase.Read(s, start, end, phrase, ref start);
            var found = !phrase.IsEmpty && !SpeakerEdges.IsRelative(s, start);
            if (found && (best == default || Betters(s, phrase, best)))
            {
                best = phrase;
                zone = start;
            }
            if (best != default && (!apposition || SpeakerPhrase.IsName(s, best) || (part > 0 && IsNamed(s, best)))) break;
            if (start == 0 || !s.IsMark(start - 1, ",()")) break;
            end = Brackets.Before(s, start - 1, 0);
        }
        return best;
    }

    /// <summary>The noun phrase that opens the sentence, for a cue without a subject of its own; an adverbial and its comma are passed.</summary>
    public static Stretch Opening(in Sentence s, int before)
    {
        var start = SpeakerEdges.OverOpening(s, 0, before);
        var phrase = SpeakerPhrase.Read(s, start, before);
        for (var i = start; phrase.IsEmpty && i < Math.Min(before - 1, MostWords); i++)
        {
            if (s.IsMark(i, ',')) return SpeakerPhrase.Read(s, SpeakerEdges.OverOpening(s, i + 1, before), before);
        }
        return phrase;
    }

    /// <summary>The noun phrase that opens the part of the sentence a cue stands in.</summary>
    public static Stretch Part(in Sentence s, int before)
    {
        var start = SpeakerEdges.PartStart(s, before, true);
        var phrase = SpeakerPhrase.Read(s, SpeakerEdges.OverOpening(s, start, before), before);
        // "Reed <u>clearly</u> erred in saying …"
        return s.MatchBefore(phrase.Next, Role.SpeechBetween, phrase.First + 1, out var first) is null ? phrase : phrase with { Next = first };
    }

    /// <summary>Who did what a passive tells, named behind it: "was told <u>by the vet</u> that …"; empty where nobody is.</summary>
    public static Stretch Agent(in Sentence s, int next)
    {
        if (s.Match(next, Role.SpeechBy, out var by) is null) return default;
        var agent = After(s, by);
        // "accused by the vet <u>of hiding</u> sheep"
        for (var i = agent.First; i < agent.Next; i++)
        {
            if (NounPhrases.IsPartitive(s, i) && Verbs.IsProgressive(s, i + 1)) return agent with { Next = i };
        }
        return agent;
    }

    /// <summary>True where a title opens the phrase: "Kepala Dermaga 3 Utara".</summary>
    public static bool IsTitled(in Sentence s, Stretch phrase) => s.Is(phrase.First, Role.SpeechTitle);

    static bool Betters(in Sentence s, Stretch phrase, Stretch best) => IsNamed(s, best) ? SpeakerPhrase.IsName(s, phrase) : IsNamed(s, phrase);

    /// <summary>A capital, or a title that is written small with one behind it: "<u>bà Hoa</u>, giám đốc, cho biết".</summary>
    static bool IsNamed(in Sentence s, Stretch phrase) => s.IsCapital(phrase.First) || (s.Is(phrase.First, Role.Title) && s.IsCapital(phrase.First + 1) && phrase.Next > phrase.First + 1);
}
