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
        zone = end;
        if (IsRelativePronoun(s, end - 1) && !Meant(s, new(end - 1, end)).IsEmpty) return new(zone = end - 1, end);
        // "The team followed 40 men for a year and found that …"
        if (s.Match(end - 1, Role.Conjunction, out _) is { Detail: (byte)Conjunction.Coordinating }) return Opening(s, end - 1);
        var best = default(Stretch);
        var apposition = s.IsMark(end - 1, ',');
        for (var part = 0; part < MostParts && end > 0; part++)
        {
            var start = SpeakerEdges.PartStart(s, end, apposition);
            var phrase = SpeakerPhrase.Read(s, SpeakerEdges.OverOpening(s, start, end), end);
            if (!apposition && phrase.Next < end) phrase = Nearest(s, start, end, phrase, ref start);
            var found = !phrase.IsEmpty && !SpeakerEdges.IsRelative(s, start);
            if (found && (best == default || Betters(s, phrase, best)))
            {
                best = phrase;
                zone = start;
            }
            if (best != default && (!apposition || SpeakerPhrase.IsName(s, best) || (part > 0 && s.IsCapital(best.First)))) break;
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

    /// <summary>Whom a speaker stands for within its sentence: of "<u>Siti Aminah</u>, who said …" the name before the pronoun, else the phrase itself.</summary>
    public static Stretch Meant(in Sentence s, Stretch speaker)
    {
        if (speaker.First == 0 || !IsRelativePronoun(s, speaker.First)) return speaker;
        if (!s.IsMark(speaker.First - 1, ",)–—-")) return Noun(s, NounPhrases.Before(s, speaker.First, 0));
        var end = speaker.First;
        while (s.IsMark(end - 1, ",–—-")) end--;
        var nearest = Before(s, end, out _);
        // "Siti Aminah, <u>a farmer from the hills</u>, who said …"
        if (s.IsMark(nearest.First - 1, ',') && !SpeakerPhrase.IsName(s, nearest) && Before(s, nearest.First - 1, out _) is var name && SpeakerPhrase.IsName(s, name) && !s.Is(name.First, Role.Adverbial)) return name;
        return Noun(s, nearest);
    }

    /// <summary>A phrase that is more than a pronoun.</summary>
    static Stretch Noun(in Sentence s, Stretch phrase) => s.Is(phrase.First, Role.NounStop) && phrase.Next - phrase.First == 1 ? default : phrase;

    /// <summary>"who", where it takes the place of a speaker; "that" and "yang" only tie.</summary>
    public static bool IsRelativePronoun(in Sentence s, int at) => s.Is(at, Role.Relative) && s.Is(at, Role.SpeechPronoun);

    /// <summary>True where a title opens the phrase: "Kepala Dermaga 3 Utara".</summary>
    public static bool IsTitled(in Sentence s, Stretch phrase) => s.Is(phrase.First, Role.SpeechTitle);

    static bool Betters(in Sentence s, Stretch phrase, Stretch best) => s.IsCapital(best.First) ? SpeakerPhrase.IsName(s, phrase) : s.IsCapital(phrase.First);

    /// <summary>
    /// Where the phrase that opens the part does not reach the cue, the one that touches it: a pronoun, a name, or what an article opens.
    /// </summary>
    static Stretch Nearest(in Sentence s, int start, int end, Stretch opening, ref int zone)
    {
        var first = end;
        if (s.Match(end - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Pronoun }) first = end - 1;
        else if (s.IsCapital(end - 1) && !s.Is(end - 1, Role.NounStop))
        {
            while (first > start && (s.IsCapital(first - 1) || IsInName(s, first - 1) || SpeakerPhrase.IsJoiner(s, first - 1))) first--;
            while (first < end && (!s.IsCapital(first) || s.Is(first, Role.NounStop))) first++;
            if (NounPhrases.IsOpener(s, first - 1)) first--;
        }
        else
        {
            for (var i = end - 1; i >= start && end - i < MostParts && !Verbs.Is(s, i); i--)
            {
                if (!NounPhrases.IsOpener(s, i)) continue;
                first = i;
                break;
            }
            if (first == end && NounPhrases.Before(s, end, start) is var document && s.Holds(Role.SpeechDocument, document.First, end)) first = document.First;
        }
        // "<u>Economists</u> polled by the paper had expected …"
        var agent = s.Is(first - 1, Role.SpeechBy) && first - 2 >= opening.Next && Verbs.Is(s, first - 2) && !opening.IsEmpty;
        if (first == end || first < start || agent) return opening;
        // What opens the part belongs to the attribution only as a time or a short adverbial: "in June she said".
        for (var i = start; i < first; i++)
        {
            if (s[i].Kind == TokenKind.Time || (first - start <= MostParts && !s.IsDigits(i) && !Verbs.Is(s, i))) continue;
            zone = first;
            break;
        }
        return new(first, end);
    }

    static bool IsInName(in Sentence s, int at) => s.IsMark(at, ".-’'&") || (NounPhrases.IsPartitive(s, at) && s.IsCapital(at - 1));
}
