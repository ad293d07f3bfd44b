using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>A change and the two figures it leads from and to.</summary>
static class Changes
{
    /// <summary>Words this near a change say that it is reckoned on something else: a mean, a year of several.</summary>
    const int RebasedReach = 4;

    public static void Read(in Ledger ledger, Findings findings)
    {
        for (var i = 0; i < ledger.Count; i++)
        {
            if (!FromTo.TryFind(ledger, i, out var pair)) continue;
            if (StatedBefore(ledger, pair)) Check(ledger, pair, pair.Earlier - 1, findings);
            if (StatedAfter(ledger, pair)) Check(ledger, pair, pair.Later + 1, findings);
        }
    }

    /// <summary>"naik 20 persen dari 500 menjadi 650", "a 20 percent increase from 500 to 650".</summary>
    static bool StatedBefore(in Ledger ledger, in FromTo pair)
    {
        var at = pair.Earlier - 1;
        if (at < 0 || !CanState(ledger, at)) return false;
        var s = ledger.Sentence;
        var end = ledger[at].Next;
        var noun = s.Is(end, Role.ChangeNoun);
        var changes = ledger[at].Kind == QuantityKind.Change || noun || Gaps.HasChangeBefore(s, ledger[at].First);
        return changes && Gaps.IsPlain(s, noun ? end + 1 : end, pair.First) && !IsRebased(s, ledger[at].First, pair.Next);
    }

    /// <summary>"dari 500 menjadi 650, naik 20 persen", "from 500 to 650 (20 percent)".</summary>
    static bool StatedAfter(in Ledger ledger, in FromTo pair)
    {
        var at = pair.Later + 1;
        if (at >= ledger.Count || !CanState(ledger, at)) return false;
        var s = ledger.Sentence;
        if (!Gaps.Equates(s, pair.Next, ledger[at].First, true)) return false;
        var end = ledger[at].Next;
        if (s.Is(end, Role.RatioOf) || s.Is(end, Role.Among) || s.Is(end, Role.ChangeFrom)) return false;
        var changes = Gaps.HasChangeBefore(s, pair.First) || Gaps.HasChange(s, pair.Next, ledger[at].First) || s.Is(end, Role.ChangeNoun);
        return changes && !IsRebased(s, pair.First, end);
    }

    /// <summary>"menjadi 3,23 persen" is where a change led, not how large it was.</summary>
    static bool CanState(in Ledger ledger, int at) =>
        ledger.IsSum(at) && ledger[at].Kind != QuantityKind.Ratio && !(ledger[at].Kind == QuantityKind.Percent && ledger[at].HasCounted)
        && ledger.Sentence.MatchBefore(ledger[at].First, Role.ChangeTo, 0, out _) is null && ledger.Sentence.MatchBefore(ledger[at].First, Role.ChangeFrom, 0, out _) is null;

    static bool IsRebased(in Sentence s, int from, int to) => s.Holds(Role.Rebased, from - RebasedReach, to + RebasedReach);

    static void Check(in Ledger ledger, in FromTo pair, int stated, Findings findings)
    {
        var s = ledger.Sentence;
        ref readonly var change = ref ledger[stated];
        Quantity said = ledger.Quantity(stated), to = ledger.Quantity(pair.Later);
        var isAlike = Alike.InUnit(s.Text, said, to);
        if (change.Kind == QuantityKind.Percent)
        {
            if (change.Code == "%") Settle(ledger, pair, stated, DiscrepancyKind.PercentChange, to.Kind == QuantityKind.Percent, findings);
        }
        else if (IsMultiple(s, change)) Settle(ledger, pair, stated, DiscrepancyKind.Multiple, false, findings);
        else if (IsPoints(change) ? isAlike || to.Kind is QuantityKind.Percent or QuantityKind.Other : isAlike && Alike.InNoun(s.Text, said, to))
            Settle(ledger, pair, stated, DiscrepancyKind.Difference, false, findings);
    }

    static bool IsMultiple(in Sentence s, in Draft change) => change.Kind == QuantityKind.Change && (!change.HasUnit || s.Is(change.Unit.First, Role.Multiple));

    /// <summary>Points of any sort: of a percentage, of an index.</summary>
    static bool IsPoints(in Draft change) => change.HasUnit && change.Code is null && change.Kind is QuantityKind.Change or QuantityKind.Measure;

    /// <summary>Reports when no reading of any of the three figures fits.</summary>
    static void Settle(in Ledger ledger, in FromTo pair, int stated, DiscrepancyKind kind, bool orDifference, Findings findings)
    {
        for (var reading = 0; reading < 8; reading++)
        {
            bool a = (reading & 1) != 0, b = (reading & 2) != 0, c = (reading & 4) != 0;
            if ((a && !ledger.IsAmbiguous(pair.From)) || (b && !ledger.IsAmbiguous(pair.To)) || (c && !ledger.IsAmbiguous(stated))) continue;
            // Both ends of a range are read one way.
            var from = pair.Start(ledger, a);
            var to = pair.End(ledger, pair.IsRange ? a : b);
            if (from.IsOpen || to.IsOpen || !from.IsPositive || to.Low < 0) return;
            if (Fits(ledger, kind, from, to, stated, c) || (orDifference && Fits(ledger, DiscrepancyKind.Difference, from, to, stated, c))) return;
        }
        findings.Add(Sums.Of(ledger, pair, stated, kind));
    }

    static bool Fits(in Ledger ledger, DiscrepancyKind kind, Interval from, Interval to, int stated, bool other)
    {
        var ratio = to.Over(from);
        switch (kind)
        {
            case DiscrepancyKind.PercentChange:
                return ledger.Percent(stated, other).Meets(ratio.Plus(-1).Times(100).Size());
            case DiscrepancyKind.Difference:
                var difference = (to - from).Size();
                var said = ledger.Of(stated, other).Size();
                // A hundred basis points are one point.
                return said.Meets(difference) || (IsPoints(ledger[stated]) && said.Meets(difference.Times(100)));
            default:
                var multiple = ledger.Multiple(stated, other);
                // "rose three times" may mean by as much again, and "fell three times" divides.
                return multiple.Meets(ratio) || multiple.Plus(1).Meets(ratio) || (to.IsPositive && multiple.Meets(from.Over(to)));
        }
    }
}
