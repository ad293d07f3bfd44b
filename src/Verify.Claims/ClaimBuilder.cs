using System.Collections.Immutable;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;
using Verify.Claims.Risk;
using Verify.Claims.Text;
using Verify.Claims.Worth;

namespace Verify.Claims;

/// <summary>Makes claims of the quantities of one sentence: each with its clause, speaker, times, modality and worth.</summary>
sealed class ClaimBuilder : IDisposable
{
    readonly Attributions attributions = new();
    readonly Outline outline = new();
    readonly SentenceClauses clauses;
    readonly Grounds grounds = new();

    public ClaimBuilder() => clauses = new(outline);

    /// <summary>Adds the sentence's claims. <paramref name="offset"/> is the index of the sentence's first quantity in the extraction.</summary>
    public void Build(in Sentence s, Pooled<Draft> drafts, Pooled<Stretch> times, int offset, ImmutableArray<Quantity>.Builder quantities, ImmutableArray<Claim>.Builder claims)
    {
        outline.Read(s, drafts.Items);
        attributions.Read(s, outline);
        var region = default(Stretch);
        int dated = -1, clause = 0;
        var subject = default(Stretch);
        var conditional = false;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (!Claiming.Makes(s, drafts.Items, i, attributions.Sayings, out var zone)) continue;
            var number = drafts[i].Number.First;
            var governing = SayingReader.Governing(attributions.Sayings, number);
            var saying = governing < 0 ? default : attributions.Sayings[governing];
            if (!region.Holds(number) || region.Next < drafts[i].Number.Next)
            {
                region = !zone.IsEmpty ? zone : attributions.RegionOf(s, saying, number);
                // The number itself is never cut: "twice as many explained".
                region = region with { Next = Math.Max(region.Next, drafts[i].Number.Next) };
                clauses.Read(s, region);
                clause = 0;
                conditional = ModalityReader.HoldsCondition(s, clauses.Items);
                subject = saying.Speaker;
            }
            while (clause < clauses.Count && !clauses[clause].Holds(number)) subject = SubjectOf(s, clauses[clause++], subject);
            if (clause == clauses.Count) break;
            var place = clauses[clause];
            var measured = MeasuredReader.Read(s, drafts[i], outline, place.First);
            var stated = !measured.IsEmpty ? measured : SubjectOf(s, place, subject, drafts[i]);
            if (stated.IsEmpty && !drafts[i].HasCounted) stated = MeasuredReader.Nearest(s, drafts[i], outline, place.First);
            var saidAt = governing >= 0 && governing != dated ? saying.Zone : default;
            dated = governing;
            var span = s.Between(place.First, place.Next);
            var said = attributions.WhoSays(s, governing, span, out var quotation);
            Excerpt? content = said.Cue is null ? null : quotation?.To(span) ?? s.PlaceOf(clauses.ReportOf(s, clause));
            claims.Add(Make(s, drafts, i, offset, quantities, place, stated, ModalityOf(s, place, saying, number, conditional), said, content, TimesOf(s, clauses.DatedBy(clause), times, saidAt)));
        }
    }

    public void Dispose()
    {
        attributions.Dispose();
        clauses.Dispose();
        outline.Dispose();
    }

    /// <summary>"60 % of them": a figure without a noun is not its own subject.</summary>
    Stretch SubjectOf(in Sentence s, Stretch clause, Stretch carried, in Draft figure)
    {
        var own = SubjectOf(s, clause, carried);
        return figure.HasCounted || own.First != figure.First || own.Next > figure.Next + 1 ? own : carried;
    }

    Stretch SubjectOf(in Sentence s, Stretch clause, Stretch carried)
    {
        var own = SubjectReader.Read(s, clause, outline);
        return !own.IsEmpty && !SubjectReader.IsPronoun(s, own) ? own : carried;
    }

    Claim Make(in Sentence s, Pooled<Draft> drafts, int i, int offset, ImmutableArray<Quantity>.Builder quantities, Stretch place, Stretch subject, Modality modality, Attributed said, Excerpt? content, ImmutableArray<Time> when)
    {
        WorthReader.Weigh(s, place, said.Speaker, drafts[i], modality, !when.IsEmpty, Figures(drafts), grounds);
        var claim = new Claim(
            s.Between(place.First, place.Next), s.Place, GroupOf(drafts, i, offset), s.PlaceOf(subject), said.Speaker, said.Named, said.Cue,
            content, when, modality, grounds.Share(WorthTable.Start), grounds.InWords(), 0, [], []);
        RiskReader.Weigh(s, place, claim, quantities, grounds);
        return claim with { Risk = grounds.Share(RiskTable.Start), RiskReasons = grounds.InWords() };
    }

    /// <summary>How many figures the sentence gives; what only orders is none.</summary>
    static int Figures(Pooled<Draft> drafts)
    {
        var figures = 0;
        foreach (ref readonly var draft in drafts.Items) figures += draft.Kind == QuantityKind.Ordinal ? 0 : 1;
        return figures;
    }

    Modality ModalityOf(in Sentence s, Stretch place, in Saying saying, int number, bool conditional) =>
        conditional ? Modality.Conditional : ModalityReader.Read(s, place, saying.Cue, number, outline);

    static ImmutableArray<int> GroupOf(Pooled<Draft> drafts, int i, int offset)
    {
        if (drafts[i].Tie == 0) return [offset + i];
        var last = i;
        while (last + 1 < drafts.Count && drafts[last + 1].Tie == drafts[i].Tie) last++;
        return [.. Enumerable.Range(offset + i, last - i + 1)];
    }

    static ImmutableArray<Time> TimesOf(in Sentence s, Stretch place, Pooled<Stretch> times, Stretch saidAt)
    {
        ImmutableArray<Time> found = [];
        foreach (var time in times.Items)
        {
            if (saidAt.Holds(time.First)) found = found.Add(new(s.Between(time.First, time.Next), TimeOf.Saying));
            else if (place.Holds(time.First)) found = found.Add(new(s.Between(time.First, time.Next), TimeOf.Stated));
        }
        return found.Length < 2 ? found : found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }
}
