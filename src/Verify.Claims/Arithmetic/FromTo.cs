using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;

namespace Verify.Claims.Arithmetic;

/// <summary>Two figures that one change leads from and to, in either order; or one range that is such a change ("doubled from 40 to 100").</summary>
/// <param name="From">Index of the draft; <paramref name="To"/> is the same one for a range.</param>
/// <param name="First">First token of the pair, "from" included; <paramref name="Next"/> is the first one after it.</param>
/// <param name="Falls">Of a range: it leads from its upper end to its lower one.</param>
readonly record struct FromTo(int From, int To, int First, int Next, bool Falls = false)
{
    const int Apart = 6;
    const int ScaleGap = 100;

    public bool IsRange => From == To;

    /// <summary>The figure or end that it leads from, and the one that it leads to.</summary>
    public Interval Start(in Ledger ledger, bool other) => IsRange ? ledger.End(From, other, upper: Falls) : ledger.Of(From, other);

    public Interval End(in Ledger ledger, bool other) => IsRange ? ledger.End(To, other, upper: !Falls) : ledger.Of(To, other);

    public int Earlier => Math.Min(From, To);

    public int Later => Math.Max(From, To);

    /// <summary>The pair that begins with a figure; false when it leads nowhere.</summary>
    public static bool TryFind(in Ledger ledger, int at, out FromTo pair)
    {
        pair = default;
        if (!ledger.IsSum(at)) return false;
        return ledger[at].Relation == Relation.Range ? OfRange(ledger, at, out pair) : at + 1 < ledger.Count && ledger.IsSum(at + 1) && OfTwo(ledger, at, out pair);
    }

    static bool OfRange(in Ledger ledger, int at, out FromTo pair)
    {
        var s = ledger.Sentence;
        pair = new(at, at, ledger[at].First, ledger[at].Next, ledger[at].Change == Direction.Fall);
        if (!CanPair(ledger[at])) return false;
        return ledger[at].Change is not null || s.Is(ledger[at].First, Role.ChangeFrom) && s.Holds(Role.ChangeTo, ledger[at].Number.First, ledger[at].Number.Next);
    }

    static bool OfTwo(in Ledger ledger, int at, out FromTo pair)
    {
        pair = default;
        var s = ledger.Sentence;
        ref readonly var a = ref ledger[at];
        ref readonly var b = ref ledger[at + 1];
        if (a.Relation == Relation.Range || b.Relation == Relation.Range || !CanPair(a) || !CanPair(b)) return false;
        var led = s.MatchBefore(a.First, Role.ChangeFrom, 0, out var first) is not null;
        if (led)
        {
            if (s.MatchBefore(b.First, Role.ChangeTo, a.Next, out var to) is null || !Gaps.IsPlain(s, a.Next, to) || to - a.Next > Apart) return false;
            pair = new(at, at + 1, first, b.Next);
        }
        else
        {
            if (at > 0 && a.Tie != 0 && ledger[at - 1].Tie == a.Tie) return false;
            if (s.MatchBefore(a.First, Role.ChangeTo, 0, out first) is null || s.MatchBefore(b.First, Role.ChangeFrom, a.Next, out var from) is null) return false;
            if (!Gaps.IsPlain(s, a.Next, from) || from - a.Next > Apart) return false;
            pair = new(at + 1, at, first, b.Next);
        }
        return Alike.OrShares(s.Text, ledger.Quantity(at), ledger.Quantity(at + 1)) && Alike.InNoun(s.Text, ledger.Quantity(at), ledger.Quantity(at + 1)) && !SharesScale(ledger, at);
    }

    static bool CanPair(in Draft draft) => draft.Kind is not (QuantityKind.Ratio or QuantityKind.Change) && !UnitReader.IsDuration(draft.Code);

    /// <summary>"dari 1,2 menjadi 1,5 juta" leaves the scale word of one figure out.</summary>
    static bool SharesScale(in Ledger ledger, int at) =>
        ((ledger[at].Forms ^ ledger[at + 1].Forms) & NumeralForms.Scaled) != 0
        && (Far(ledger.Value(at), ledger.Value(at + 1)) || Far(ledger.Value(at + 1), ledger.Value(at)));

    static bool Far(decimal small, decimal large) => small * ScaleGap <= large;
}
