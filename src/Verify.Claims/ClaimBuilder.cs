using System.Collections.Immutable;
using Verify.Claims.Attribution;
using Verify.Claims.Languages;
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
    readonly ClauseWords words = new();
    readonly EarlierSubject earlier = new();

    /// <summary>How many figures the sentence gives; what only orders is none.</summary>
    int figures;

    public ClaimBuilder() => clauses = new(outline);

    /// <summary>Adds the sentence's claims. <paramref name="previous"/> is the place of the sentence before, <paramref name="offset"/> is the index of the sentence's first quantity in the extraction.</summary>
    public void Build(in Sentence s, Excerpt previous, Pooled<Draft> drafts, Pooled<Stretch> times, int offset, ImmutableArray<Quantity>.Builder quantities, ImmutableArray<Claim>.Builder claims)
    {
        outline.Read(s, drafts.Items);
        attributions.Read(s, outline);
        var region = default(Stretch);
        int dated = -1, clause = 0;
        var subject = default(Stretch);
        var last = default(Stretch);
        var conditional = false;
        figures = Figures(drafts);
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
                subject = RelativeSpeaker.Meant(s, saying.Speaker);
            }
            while (clause < clauses.Count && !clauses[clause].Holds(number)) subject = SubjectOf(s, clauses[clause++], subject);
            if (clause == clauses.Count) break;
            var place = clauses[clause];
            words.Read(s, place, outline);
            var measured = MeasuredReader.Read(s, drafts[i], outline, place.First);
            // "depths of 3 m, 5 m and 8 m": a clause of figures alone is about what the figure before it was.
            if (measured.IsEmpty && !last.IsEmpty && outline.OpensQuantity(place.First) && !outline.HoldsPredicate(place.First, place.Next) && region.Holds(last.First)) measured = last;
            var stated = !measured.IsEmpty ? measured : SubjectOf(s, place, subject, drafts[i]);
            if (i > 0 && !last.IsEmpty && Conversions.Is(s, drafts[i - 1], drafts[i])) stated = last;
            if (stated.IsEmpty && !drafts[i].HasCounted && !InvertedSubject.TryRead(s, place, outline, out _)) stated = MeasuredReader.Nearest(s, drafts[i], outline, place.First);
            last = stated;
            var saidAt = governing >= 0 && governing != dated ? saying.Zone : default;
            dated = governing;
            var span = s.Between(place.First, place.Next);
            var said = attributions.WhoSays(s, governing, span, out var quotation);
            if (said.Cue is null) said = attributions.WhoHolds(s, place, number);
            Excerpt? content = said.Cue is null ? null : quotation?.To(span) ?? s.PlaceOf(clauses.ReportOf(s, clause));
            var about = s.PlaceOf(stated);
            if ((stated.IsEmpty || (stated == saying.Speaker && Neighbours.IsPronoun(s, about!.Value))) && PointsBack(s, place)) about = earlier.Of(s, previous);
            claims.Add(Make(s, drafts, i, offset, quantities, place, about, ModalityOf(s, saying, number, conditional), said, content, TimesOf(s, clauses.DatedBy(clause), times, saidAt)));
        }
    }

    public void Dispose()
    {
        attributions.Dispose();
        clauses.Dispose();
        earlier.Dispose();
        outline.Dispose();
    }

    /// <summary>"60 % of them": a figure without a noun is not its own subject.</summary>
    Stretch SubjectOf(in Sentence s, Stretch clause, Stretch carried, in Draft figure)
    {
        if (InvertedSubject.TryRead(s, clause, outline, out var inverted)) return SubjectReader.IsPronoun(s, inverted) ? carried : inverted;
        var governed = PredicateSubject.Read(s, clause, figure.First, outline);
        var own = governed.IsEmpty ? SubjectOf(s, clause, carried) : SubjectReader.IsPronoun(s, governed) ? carried : governed;
        return figure.HasCounted || own.First != figure.First || own.Next > figure.Next + 1 ? own : carried;
    }

    Stretch SubjectOf(in Sentence s, Stretch clause, Stretch carried)
    {
        var own = InvertedSubject.TryRead(s, clause, outline, out var inverted) ? inverted : SubjectReader.Read(s, clause, outline);
        return !own.IsEmpty && !SubjectReader.IsPronoun(s, own) ? own : carried;
    }

    /// <summary>"it", "these": what the clause is about was named in the sentence before.</summary>
    bool PointsBack(in Sentence s, Stretch clause)
    {
        var own = SubjectReader.Read(s, clause, outline);
        return SubjectReader.IsPronoun(s, own) && !s.Is(own.First, Role.FirstPerson);
    }

    Claim Make(in Sentence s, Pooled<Draft> drafts, int i, int offset, ImmutableArray<Quantity>.Builder quantities, Stretch place, Excerpt? subject, Modality modality, Attributed said, Excerpt? content, ImmutableArray<Time> when)
    {
        var who = said.Named ?? said.Speaker;
        // A mark that ends the number is no mark that ends the clause: "40 mln."
        place = new(Math.Min(place.First, drafts[i].Number.First), Math.Max(place.Next, drafts[i].Number.Next));
        WorthReader.Weigh(s, place, who, drafts[i], modality, !when.IsEmpty, figures, words, grounds);
        var (worth, reasons) = (grounds.Share(WorthTable.Start), grounds.InWords());
        var stated = new Statement(s.Between(place.First, place.Next), GroupOf(drafts, i, offset), subject, who, modality);
        RiskReader.Weigh(s, words, stated, quantities, grounds);
        return new(
            stated.Span, s.Place, stated.Quantities, stated.Subject, said.Speaker, said.Named, said.Cue,
            content, when, modality, worth, reasons, grounds.Share(RiskTable.Start), grounds.InWords(), []);
    }

    Modality ModalityOf(in Sentence s, in Saying saying, int number, bool conditional) =>
        conditional ? Modality.Conditional : ModalityReader.Read(s, words.Firmness, saying.Cue, number);

    static int Figures(Pooled<Draft> drafts)
    {
        var figures = 0;
        foreach (ref readonly var draft in drafts.Items) figures += draft.Kind == QuantityKind.Ordinal ? 0 : 1;
        return figures;
    }

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
