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
        Attributed? outside = null;
        for (var i = 0; i < drafts.Count; i++)
        {
            if (!Claiming.Makes(s, drafts.Items, i, sayings.Items, out var zone)) continue;
            var number = drafts[i].Number.First;
            var governing = SayingReader.Governing(sayings.Items, number);
            var saying = governing < 0 ? default : sayings[governing];
            if (!region.Holds(number))
            {
                region = zone.First < zone.Next ? zone : RegionOf(s, saying, number);
                ClauseReader.Read(s, region, outline, clauses);
                clause = 0;
                conditional = ModalityReader.HoldsCondition(s, clauses.Items);
                subject = saying.Speaker;
            }
            while (clause < clauses.Count && !clauses[clause].Holds(number)) subject = SubjectOf(s, clauses[clause++], subject);
            if (clause == clauses.Count) break;
            var place = clauses[clause];
            var measured = MeasuredReader.Read(s, drafts[i], outline, place.First);
            var stated = measured.First < measured.Next ? measured : SubjectOf(s, place, subject, drafts[i]);
            if (stated.First == stated.Next && !drafts[i].HasCounted) stated = MeasuredReader.Nearest(s, drafts[i], outline, place.First);
            var saidAt = governing >= 0 && governing != dated ? saying.Zone : default;
            dated = governing;
            if (governing < 0) outside ??= neighbours.OfQuotation(s);
            var said = governing < 0 ? outside!.Value : Attributed.Of(s, saying);
            if (said is { Speaker: null, Cue: not null }) said = said with { Speaker = neighbours.Antecedent(s) };
            claims.Add(Make(s, drafts, i, offset, quantities, place, stated, ModalityOf(s, place, saying, number, conditional), said, times, saidAt));
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

    Stretch SubjectOf(in Sentence s, Stretch clause, Stretch carried)
    {
        var own = SubjectReader.Read(s, clause, outline);
        return own.First < own.Next && !SubjectReader.IsPronoun(s, own) ? own : carried;
    }

    Claim Make(in Sentence s, Pooled<Draft> drafts, int i, int offset, ImmutableArray<Quantity>.Builder quantities, Stretch place, Stretch subject, Modality modality, Attributed said, Pooled<Stretch> times, Stretch saidAt)
    {
        var when = TimesOf(s, place, times, saidAt);
        WorthReader.Weigh(s, place, said.Speaker, drafts[i], modality, !when.IsEmpty, grounds);
        var span = Place(s, place)!.Value;
        var group = GroupOf(drafts, i, offset);
        var claim = new Claim(
            span, s.Place, group, Place(s, subject), said.Speaker, said.Cue,
            said.Cue is null ? null : span, when, modality, grounds.Share(WorthTable.Start), grounds.InWords(), 0, [], []);
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

    static Excerpt? Place(in Sentence s, Stretch stretch) => stretch.First < stretch.Next ? s.Between(stretch.First, stretch.Next) : null;
}
