using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>Shares of one whole, in percent, that are more than all of it. Only where the sentence says that they share it out: shares may overlap.</summary>
static class Wholes
{
    const int LeadReach = 4;
    const int Most = 200;

    public static void Read(in Ledger ledger, Findings findings)
    {
        if (ledger.Count < 2) return;
        var s = ledger.Sentence;
        Span<int> shares = stackalloc int[Parts.Most];
        var count = 0;
        var sum = default(Interval);
        for (var i = 0; i < ledger.Count; i++)
        {
            if (ledger[i].Kind != QuantityKind.Percent) continue;
            if (count == shares.Length || !CanShare(ledger, i)) return;
            sum += ledger.Of(i);
            shares[count++] = i;
        }
        if (count < 2 || sum.Low <= 100 || sum.Low > Most) return;
        var parted = s.Holds(Role.Breakdown, ledger[shares[0]].First - LeadReach, ledger[shares[0]].First);
        // The words of a breakdown may hold one of change ("made up of").
        if (Gaps.HasChange(s, parted ? ledger[shares[0]].First : 0, s.Count)) return;
        var last = ledger[shares[count - 1]].First;
        if (parted || s.Holds(Role.Rest, last - LeadReach, last) || (s.Holds(Role.Whole, 0, s.Count) && AreNamed(ledger, shares[..count]))) findings.Add(Sums.Whole(ledger, shares[..count]));
    }

    static bool CanShare(in Ledger ledger, int at) =>
        ledger.IsSum(at) && ledger[at].Tie == 0 && ledger[at].Code == "%" && !ledger.IsAmbiguous(at) && ledger.Quantity(at) is { Relation: Relation.Equal or Relation.About, Value: > 0 and <= 100 };

    /// <summary>Each share stands behind its own name: "calon A 45 persen, calon B 40 persen", "Ari (45 persen)".</summary>
    static bool AreNamed(in Ledger ledger, ReadOnlySpan<int> shares)
    {
        var s = ledger.Sentence;
        foreach (var share in shares)
        {
            var at = ledger[share].First - 1;
            if (s.IsMark(at, '(') || Verbs.Is(s, at)) at--;
            // "di Garut 60 persen" is a share of another whole.
            if (!s.IsCapital(at) || (s.Is(at - 1, Role.NounStop) && !s.Is(at - 1, Role.Conjunction))) return false;
        }
        return true;
    }
}
