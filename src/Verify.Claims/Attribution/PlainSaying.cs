using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>"X mengatakan bahwa …"; turned round, "…, X said"; and what a document shows.</summary>
static class PlainSaying
{
    /// <summary>How far what is said is looked through for its end, in tokens.</summary>
    const int Longest = 60;

    public static bool TryRead(in Sentence s, int at, Outline outline, out Saying saying)
    {
        var shows = false;
        saying = default;
        var hears = s.Match(at, Role.SpeechHearer, out var next) is not null;
        if (!hears && s.Match(at, Role.SpeechVerb, out next) is null)
        {
            if (s.Match(at, Role.SpeechShow, out next) is null) return false;
            shows = true;
        }
        // "her 40 pledged seats", "the reported loss": after a number or an article the word describes a noun.
        if (s.IsDigits(at - 1) || NounPhrases.IsOpener(s, at - 1) || s.Is(at - 1, Role.SpeechOwner) || NounSaying.IsOwned(s, at - 1) || (NounSaying.IsOwned(s, at - 2) && s.Is(at, Role.SpeechPlan))) return false;
        var speaker = SpeakerReader.Before(s, at, out var zone);
        if (Showing.Document(s, at, speaker) is { IsEmpty: false } document)
        {
            speaker = document;
            zone = Math.Min(zone, document.First);
        }
        var passive = SpeakerEdges.IsPassive(s, at);
        if (passive) speaker = SpeakerReader.Agent(s, next);
        if (!MaySpeak(s, speaker)) return false;
        var report = ReportStart.Read(s, passive && speaker.First > next ? speaker.Next : next, hears, outline);
        // "a hymn written by Reed after the storm" says nothing; "was told by the vet that", "accused by the vet of" do.
        if (passive && report.Kind == ReportKind.Report && !s.Is(report.Next - 1, Role.That) && !Quotes.Opens(s, report.Next - 1) && !s.IsMark(report.Next - 1, ':') && !NounPhrases.IsPartitive(s, speaker.Next)) return false;
        // "to explain the loss of 40 boats" is not said yet.
        if (s.Is(at - 1, Role.Aim) && report.Kind == ReportKind.Report && report.Next == next && !s.Is(next - 1, Role.That)) return false;
        if (shows && !Showing.Says(s, RelativeSpeaker.Meant(s, speaker), zone, next, report, outline)) return false;
        // "Nearly 500 officers reported for duty" tells of its subject; it quotes nobody.
        if (report.Kind == ReportKind.Report && report.Next == next && outline.HoldsQuantity(zone, at) && !outline.HoldsQuantity(next, s.Count)) return false;
        return Placed(s, speaker, new(at, next), zone, report, outline, out saying);
    }

    /// <summary>"…, adding that …": whoever speaks in the sentence goes on.</summary>
    public static bool Participle(in Sentence s, int at, int next, Outline outline, ReadOnlySpan<Saying> earlier, out Saying saying)
    {
        saying = default;
        var loose = at > 0 && (s.IsMark(at - 1, ",–—-\"”’'") || s.Is(at - 1, Role.Conjunction) || s.Is(at, Role.NounStop) || s.Is(at, Role.Conjunction));
        // "The mill closed its year by announcing that …": whoever the clause is about.
        var bound = !loose && s.Is(at - 1, Role.SpeechLead);
        var speaker = bound ? SpeakerReader.Part(s, at) : !loose ? SpeakerReader.Before(s, at, out _) : earlier.Length > 0 ? earlier[^1].Speaker : SpeakerReader.Opening(s, at);
        // "a new poll showing …" needs a document; "…, showing …" does not.
        if (bound ? !MaySpeak(s, speaker) : !loose && !s.Holds(Role.SpeechDocument, speaker.First, speaker.Next)) return false;
        var report = ReportStart.Read(s, next, false, outline);
        if (at == 0 || report.Kind == ReportKind.Nothing || (earlier.Length == 0 && speaker.IsEmpty) || s.Is(speaker.First, Role.FirstPerson)) return false;
        if (report.Kind == ReportKind.Report && report.Next == next && outline.OpensQuantity(next) && earlier.Length == 0) return false;
        var start = report.Kind == ReportKind.Comma ? report.Next + 1 : report.Next;
        saying = new(speaker, new(at, next), new(at, start), new(start, s.Count));
        return true;
    }

    /// <summary>"Kami menargetkan …" in a quotation, "as you say": the one who quotes is the speaker, or nobody.</summary>
    public static bool MaySpeak(in Sentence s, Stretch speaker) =>
        !speaker.IsEmpty && !s.Is(speaker.First, Role.FirstPerson)
        && !(speaker.First == 0 && RelativeSpeaker.Is(s, 0))
        && (s.Match(speaker.First, Role.NounStop, out _) is not { Detail: (byte)NounStop.Pronoun } || s.Is(speaker.First, Role.SpeechPronoun));

    /// <summary>Puts the report before, after or around the attribution.</summary>
    static bool Placed(in Sentence s, Stretch speaker, Stretch cue, int zone, ReportStart report, Outline outline, out Saying saying)
    {
        var turned = IsSetOff(s, zone, outline);
        saying = default;
        if (report.Kind == ReportKind.Nothing)
        {
            if (!turned && outline.HoldsQuantity(0, s.Count)) return false;
            saying = new(speaker, cue, new(zone, report.Next), turned ? new(0, zone) : default);
            return true;
        }
        // "…," she said in a letter to the union's Ann Pryce printed Monday.
        if (report.Kind == ReportKind.Report && TurnedSaying.AfterQuotation(s, zone) && !s.IsMark(report.Next - 1, ':') && !Quotes.Opens(s, report.Next - 1) && !s.Is(report.Next - 1, Role.That) && !outline.HoldsQuantity(report.Next, s.Count))
        {
            saying = new(speaker, cue, new(zone, s.Count), new(0, zone));
            return true;
        }
        var quoted = Quotes.Opens(s, report.Next + 1);
        if (report.Kind == ReportKind.Comma && turned && (s.Is(cue.First, Role.SpeechTag) || s.Is(cue.First, Role.SpeechHearer)) && (!quoted || TurnedSaying.AfterQuotation(s, zone)))
        {
            saying = new(speaker, cue, new(zone, report.Next + 1), new(0, s.Count));
            return true;
        }
        var start = report.Kind == ReportKind.Comma ? report.Next + 1 : report.Next;
        if (s.Match(start, Role.That, out var that) is not null) start = that;
        saying = new(speaker, cue, new(zone, start), new(start, End(s, speaker, cue, start, outline)));
        return true;
    }

    /// <summary>
    /// "Ruth Marsh, who said the mill was old<u>,</u> left": what is said in a relative clause ends where the clause does;
    /// "40 percent of the guests said they were cold<u>, up from</u> 20": with what the share of those who say it is compared, they do not say.
    /// </summary>
    static int End(in Sentence s, Stretch speaker, Stretch cue, int start, Outline outline)
    {
        var relative = s.Is(SpeakerEdges.OverBetween(s, cue.First) - 1, Role.Relative);
        if (Quotes.Opens(s, start - 1) || !(relative || outline.HoldsQuantity(speaker.First, speaker.Next))) return s.Count;
        for (var i = start; i < s.Count && i - start < Longest; i++)
        {
            if (s.IsMark(i, ',') && (relative ? outline.IsPredicate(i + 1) : IsComparison(s, i + 1))) return i;
        }
        return s.Count;
    }

    static bool IsComparison(in Sentence s, int at) => s.Match(at, Role.Signal, out _) is { Detail: (byte)Signal.Comparison } || s.Is(at, Role.ChangeVerb);

    /// <summary>True when a quotation or a whole clause stands before the attribution and a mark between them.</summary>
    public static bool IsSetOff(in Sentence s, int zone, Outline outline) =>
        zone > 0 && (TurnedSaying.AfterQuotation(s, zone) || (s.IsMark(zone - 1, ",?!…–—-") && (outline.HoldsPredicate(0, zone) || outline.HoldsQuantity(0, zone))));
}
