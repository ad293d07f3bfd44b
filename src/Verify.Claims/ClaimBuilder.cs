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
    readonly Pooled<Saying> sayings = new();
    readonly Pooled<Stretch> clauses = new();
    readonly Outline outline = new();
    readonly Neighbours neighbours = new();
    readonly Grounds grounds = new();

    /// <summary>Adds the sentence's claims. <paramref name="offset"/> is the index of the sentence's first quantity in the extraction.</summary>
    public void Build(in Sentence s, Pooled<Draft> drafts, Pooled<Stretch> times, int offset, ImmutableArray<Quantity>.Builder quantities, ImmutableArray<Claim>.Builder claims)
    {
        outline.Read(s, drafts.Items);
        SayingReader.Read(s, outline, sayings);
        var region = default(Stretch);
        int dated = -1, clause = 0;
        var subject = default(Stretch);
        var conditional = false;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (!Claiming.Makes(s, drafts.Items, i, sayings.Items, out var zone)) continue;
            var number = drafts[i].Number.First;
            var governing = SayingReader.Governing(sayings.Items, number);
            var saying = governing < 0 ? default : sayings[governing];
            if (!region.Holds(number) || region.Next < drafts[i].Number.Next)
            {
                region = !zone.IsEmpty ? zone : RegionOf(s, saying, number);
                // The number itself is never cut: "twice as many explained".
                region = region with { Next = Math.Max(region.Next, drafts[i].Number.Next) };
                ClauseReader.Read(s, region, outline, clauses);
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
            var span = Place(s, place)!.Value;
            var said = WhoSays(s, governing, span, out var quotation);
            Excerpt? content = said.Cue is null ? null : quotation?.To(span) ?? Place(s, ReportOf(s, clause));
            claims.Add(Make(s, drafts, i, offset, quantities, place, stated, ModalityOf(s, place, saying, number, conditional), said, content, TimesOf(s, DatedBy(clause), times, saidAt)));
        }
    }

    public void Dispose()
    {
        sayings.Dispose();
        clauses.Dispose();
        outline.Dispose();
        neighbours.Dispose();
    }

    /// <summary>The part of the sentence around a number that no attribution interrupts.</summary>
    Stretch RegionOf(in Sentence s, in Saying saying, int number)
    {
        var region = saying == default ? new(0, s.Count) : saying.Content;
        foreach (var other in sayings.Items)
        {
            if (other.Zone.Next <= number) region = region with { First = Math.Max(region.First, other.Zone.Next) };
            else if (other.Zone.First > number) region = region with { Next = Math.Min(region.Next, other.Zone.First) };
        }
        return region;
    }

    /// <summary>"60 % of them": a figure without a noun is not its own subject.</summary>
    Stretch SubjectOf(in Sentence s, Stretch clause, Stretch carried, in Draft figure)
    {
        var own = SubjectOf(s, clause, carried);
        return figure.HasCounted || own.First != figure.First || own.Next > figure.Next + 1 ? own : carried;
    }

    /// <summary>
    /// The clause with the clauses after it that state no figure, and for the first that states one also those before: a time there dates this claim.
    /// </summary>
    Stretch DatedBy(int clause)
    {
        int first = clause, last = clause;
        while (first > 0 && !StatesFigure(first - 1)) first--;
        while (last + 1 < clauses.Count && !StatesFigure(last + 1)) last++;
        return new(clauses[first == 0 ? first : clause].First, clauses[last].Next);
    }

    bool StatesFigure(int clause) => outline.HoldsQuantity(clauses[clause].First, clauses[clause].Next);

    /// <summary>
    /// Whoever is quoted, for a clause within a quotation, though others speak inside it; else the governing saying of the sentence.
    /// <paramref name="quotation"/> is what stands between the marks, where the clause does.
    /// </summary>
    Attributed WhoSays(in Sentence s, int governing, Excerpt span, out Excerpt? quotation)
    {
        quotation = null;
        if (!Quotation.TryFind(s.Text, span, out var found)) return governing < 0 ? default : neighbours.Completed(s, Attributed.Of(s, sayings[governing]));
        var holds = found.Inside.Contains(span);
        var said = governing < 0 ? default : Attributed.Of(s, sayings[governing]);
        if (holds && said.Cue is { } cue && found.Inside.Contains(cue) && neighbours.Of(s, found) is { Cue: not null } quoter) said = quoter;
        else said = governing < 0 ? neighbours.Of(s, found) : neighbours.Completed(s, said);
        if (said.Cue is { } word && !found.Inside.Contains(word) && (holds || governing < 0)) quotation = found.Inside;
        return said;
    }

    /// <summary>The clause with its neighbours that state no figure, as far as no other claim's clause stands between.</summary>
    Stretch ReportOf(in Sentence s, int clause)
    {
        int first = clause, last = clause;
        while (first > 0 && !StatesFigure(first - 1)) first--;
        while (last + 1 < clauses.Count && !StatesFigure(last + 1)) last++;
        return ClauseReader.Trim(s, new(clauses[first].First, clauses[last].Next));
    }

    Stretch SubjectOf(in Sentence s, Stretch clause, Stretch carried)
    {
        var own = SubjectReader.Read(s, clause, outline);
        return !own.IsEmpty && !SubjectReader.IsPronoun(s, own) ? own : carried;
    }

    Claim Make(in Sentence s, Pooled<Draft> drafts, int i, int offset, ImmutableArray<Quantity>.Builder quantities, Stretch place, Stretch subject, Modality modality, Attributed said, Excerpt? content, ImmutableArray<Time> when)
    {
        WorthReader.Weigh(s, place, said.Speaker, drafts[i], modality, !when.IsEmpty, grounds);
        var claim = new Claim(
            Place(s, place)!.Value, s.Place, GroupOf(drafts, i, offset), Place(s, subject), said.Speaker, said.Named, said.Cue,
            content, when, modality, grounds.Share(WorthTable.Start), grounds.InWords(), 0, [], []);
        RiskReader.Weigh(s, place, claim, quantities, grounds);
        return claim with { Risk = grounds.Share(RiskTable.Start), RiskReasons = grounds.InWords() };
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

    static Excerpt? Place(in Sentence s, Stretch stretch) => !stretch.IsEmpty ? s.Between(stretch.First, stretch.Next) : null;
}
