using Verify.Claims.Languages;
using Verify.Claims.Quantities;

namespace Verify.Claims.Arithmetic;

/// <summary>
/// Parts against their total. What is said to consist of its parts must equal them; what only lists or shares out may not be less.
/// A sum that is off by more than a factor of two is another sum.
/// </summary>
sealed class Totals
{
    const int Factor = 2;
    const int LeadReach = 12;
    const int TotalReach = 3;

    Earlier earlier;

    public void Read(in Ledger ledger, Findings findings)
    {
        var found = false;
        for (var i = 0; i < ledger.Count && !found; i++)
        {
            if (!Parts.CanTotal(ledger, i)) continue;
            found = i + 2 < ledger.Count && Listed(ledger, i, findings);
            found |= i >= 2 && Added(ledger, i, findings);
        }
        if (!found && ledger.Count >= 2 && earlier.IsNextTo(ledger.Sentence.Text, ledger.Sentence.Place)) Continued(ledger, findings);
        earlier = ledger.Count == 1 && Parts.CanTotal(ledger, 0) ? new(ledger.IndexOf(0), ledger.Quantity(0), BoundsOf(ledger, 0), ledger.Sentence.Place) : default;
    }

    /// <summary>"150 korban: 100 laki-laki dan 60 perempuan", "Of the 40 seats, 25 went … and 20 …".</summary>
    static bool Listed(in Ledger ledger, int total, Findings findings)
    {
        var s = ledger.Sentence;
        int end = ledger[total].Next, first = ledger[total + 1].First;
        if (first - end > LeadReach || !AreFew(ledger.Count - total - 1)) return false;
        var consists = Breakdown.Consists(s, end, first, out var details);
        if (!consists)
        {
            var lists = details || Breakdown.Announces(s, end, first);
            if (!lists && !Breakdown.IsShared(s, ledger[total].First) && !Breakdown.IsAppended(s, end, first)) return false;
            if (!Breakdown.AreApart(ledger, total + 1, out var exclusive) || (!lists && !exclusive)) return false;
        }
        return !Breakdown.IsOpen(s, end) && Check(ledger, total + 1, ledger.Count, ledger.IndexOf(total), ledger.Quantity(total), BoundsOf(ledger, total), consists, findings);
    }

    /// <summary>"20 kasus di Garut dan 26 kasus di Ciamis, total 45 kasus".</summary>
    static bool Added(in Ledger ledger, int total, Findings findings)
    {
        if (!AreFew(total)) return false;
        var s = ledger.Sentence;
        var at = ledger[total].First;
        var said = -1;
        for (var i = at - 1; i >= at - TotalReach && said < 0; i--)
        {
            if (s.Is(i, Role.ChangeTo) || s.Is(i, Role.ChangeVerb)) return false;
            if (s.Match(i, Role.Total, out var next) is not null && next <= at) said = i;
        }
        if (said < ledger[total - 1].Next || s.MatchBefore(said, Role.RatioOf, 0, out _) is not null || s.MatchBefore(at, Role.RatioOf, 0, out var of) is not null && of < said) return false;
        if (s.Holds(Role.Among, 0, at) || s.Holds(Role.Beside, 0, at) || s.Holds(Role.ChangeVerb, ledger[0].First, at)) return false;
        return Check(ledger, 0, total, ledger.IndexOf(total), ledger.Quantity(total), BoundsOf(ledger, total), true, findings);
    }

    /// <summary>"… 150 orang. Korban terdiri dari 100 laki-laki dan 60 perempuan."</summary>
    void Continued(in Ledger ledger, Findings findings)
    {
        var s = ledger.Sentence;
        var first = ledger[0].First;
        if (first > LeadReach || !AreFew(ledger.Count)) return;
        var consists = Breakdown.Consists(s, 0, first, out var details);
        var after = 0;
        if (!consists)
        {
            if (!Breakdown.AreApart(ledger, 0, out var exclusive)) return;
            if (!details && !(s.Match(0, Role.Among, out after) is not null && exclusive)) return;
        }
        if (!Breakdown.IsOpen(s, after)) Check(ledger, 0, ledger.Count, earlier.Index, earlier.Quantity, earlier.Interval, consists, findings);
    }

    static bool Check(in Ledger ledger, int first, int next, int index, Quantity total, Interval whole, bool isComplete, Findings findings)
    {
        var parts = Parts.Of(ledger, first, next, total, stackalloc int[Parts.Most]);
        if (parts.IsEmpty) return false;
        var sum = default(Interval);
        foreach (var part in parts) sum += BoundsOf(ledger, part);
        var under = isComplete && IsClosed(ledger, parts);
        if (sum.Meets(whole) || (sum.High < whole.Low && !under) || sum.Low > Math.Abs(total.Value) * Factor || sum.High * Factor < total.Value) return true;
        findings.Add(Sums.Total(ledger, parts, index, total.Value));
        return true;
    }

    /// <summary>The last part is joined by "and", and no word says that some are left out.</summary>
    static bool IsClosed(in Ledger ledger, ReadOnlySpan<int> parts)
    {
        var s = ledger.Sentence;
        var last = ledger[parts[^1]].First;
        return s.Holds(Role.Conjunction, ledger[parts[^2]].Next, last) && !s.Holds(Role.Rest, ledger[parts[0]].First, s.Count);
    }

    /// <summary>No more than a list of parts has, shares in brackets between them included: what is longer is not looked through again for each of its figures.</summary>
    static bool AreFew(int figures) => figures <= 2 * Parts.Most;

    /// <summary>Ambiguous figures allow all that lies between their readings.</summary>
    static Interval BoundsOf(in Ledger ledger, int at)
    {
        var one = ledger.Of(at, false, whole: true);
        if (!ledger.IsAmbiguous(at)) return one;
        var other = ledger.Of(at, true, whole: true);
        return new(Math.Min(one.Low, other.Low), Math.Max(one.High, other.High));
    }
}
