using System.Collections.Immutable;
using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Text;
using Verify.Claims.Worth;

namespace Verify.Claims;

/// <summary>Makes claims of the quantities of one sentence: each with its clause, speaker, times, modality and worth.</summary>
sealed class ClaimBuilder : IDisposable
{
    const int MostPointedAt = 10;

    readonly Pooled<Saying> sayings = new();
    readonly Pooled<Stretch> clauses = new();
    readonly Outline outline = new();
    readonly Neighbours neighbours = new();
    readonly Grounds grounds = new();

    /// <summary>Adds the sentence's claims. <paramref name="offset"/> is the index of the sentence's first quantity in the extraction.</summary>
    public void Build(in Sentence s, Pooled<Draft> drafts, Pooled<Stretch> times, int offset, ImmutableArray<Claim>.Builder claims)
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
            if (!MakesClaim(s, drafts.Items, i)) continue;
            var number = drafts[i].Number.First;
            var governing = SayingReader.Governing(sayings.Items, number);
            var saying = governing < 0 ? default : sayings[governing];
            if (!region.Holds(number) || region.Next < drafts[i].Number.Next)
            {
                region = RegionOf(s, saying, drafts[i].Number);
                ClauseReader.Read(s, region, outline, clauses);
                clause = 0;
                conditional = ModalityReader.HoldsCondition(s, clauses.Items);
                subject = saying.Speaker;
            }
            while (clause < clauses.Count && !clauses[clause].Holds(number)) subject = SubjectOf(s, clauses[clause++], subject);
            if (clause == clauses.Count) break;
            var place = clauses[clause];
            var stated = SubjectOf(s, place, subject);
            var saidAt = governing >= 0 && governing != dated ? saying.Zone : default;
            dated = governing;
            if (governing < 0) outside ??= neighbours.OfQuotation(s);
            var said = governing < 0 ? outside!.Value : Attributed.Of(s, saying);
            if (said is { Speaker: null, Cue: not null }) said = said with { Speaker = neighbours.Antecedent(s) };
            claims.Add(Make(s, drafts, i, offset, place, stated, ModalityOf(s, place, saying, number, conditional), said, times, saidAt));
        }
    }

    public void Dispose()
    {
        sayings.Dispose();
        clauses.Dispose();
        outline.Dispose();
        neighbours.Dispose();
    }

    /// <summary>Which quantities make a claim: every one but an ordinal, a small number that only points back ("the two"), a figure inside an attribution's own words, and the later parts of a tied group.</summary>
    bool MakesClaim(in Sentence s, ReadOnlySpan<Draft> drafts, int i)
    {
        if (drafts[i].Kind == QuantityKind.Ordinal || PointsBack(s, drafts[i])) return false;
        if (drafts[i].Tie != 0 && i > 0 && drafts[i - 1].Tie == drafts[i].Tie) return false;
        foreach (var saying in sayings.Items)
        {
            if (saying.Zone.Holds(drafts[i].Number.First)) return false;
        }
        return true;
    }

    static bool PointsBack(in Sentence s, in Draft draft) =>
        draft.Forms == NumeralForms.Words && draft.Kind == QuantityKind.Count && draft.Value <= MostPointedAt
        && s.Match(draft.First - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Definite };

    /// <summary>The part of the sentence around a number that no attribution interrupts; the number itself is never cut ("twice as many explained").</summary>
    Stretch RegionOf(in Sentence s, in Saying saying, Stretch number)
    {
        var region = saying == default ? new(0, s.Count) : saying.Content;
        foreach (var other in sayings.Items)
        {
            if (other.Zone.Next <= number.First) region = region with { First = Math.Max(region.First, other.Zone.Next) };
            else if (other.Zone.First > number.First) region = region with { Next = Math.Min(region.Next, other.Zone.First) };
        }
        return region with { Next = Math.Max(region.Next, number.Next) };
    }

    Stretch SubjectOf(in Sentence s, Stretch clause, Stretch carried)
    {
        var own = SubjectReader.Read(s, clause, outline);
        return own.First < own.Next ? own : carried;
    }

    Claim Make(in Sentence s, Pooled<Draft> drafts, int i, int offset, Stretch place, Stretch subject, Modality modality, Attributed said, Pooled<Stretch> times, Stretch saidAt)
    {
        ref readonly var figure = ref drafts[i];
        var when = TimesOf(s, place, times, saidAt);
        WorthReader.Weigh(s, place, said.Speaker, figure, modality, !when.IsEmpty, grounds);
        var span = Place(s, place)!.Value;
        return new(
            span, s.Place, GroupOf(drafts, i, offset), Place(s, subject), said.Speaker, said.Cue,
            said.Cue is null ? null : span, when, modality, grounds.Sum(), grounds.InWords(), []);
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
