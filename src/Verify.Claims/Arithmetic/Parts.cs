using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims.Arithmetic;

/// <summary>The figures of a list that could be the parts of one total.</summary>
static class Parts
{
    public const int Most = 12;
    const int Fewest = 2;

    /// <summary>
    /// Collects the figures from one to before another as parts of a total; shares in brackets are passed over. None when one of them
    /// cannot be a part: another unit, something else counted, a range, a tie, a figure inside another ("of whom 20 …").
    /// </summary>
    public static ReadOnlySpan<int> Of(in Ledger ledger, int first, int next, Quantity total, Span<int> into)
    {
        var count = 0;
        for (var i = first; i < next; i++)
        {
            if (count > 0 && IsBracketedShare(ledger, i)) continue;
            if (count == into.Length || !CanBe(ledger, i, total) || (count > 0 && !AreListed(ledger.Sentence, ledger[into[count - 1]].Next, ledger[i].First))) return default;
            into[count++] = i;
        }
        return count < Fewest ? default : into[..count];
    }

    public static bool CanTotal(in Ledger ledger, int at) =>
        ledger.IsSum(at) && ledger[at].Tie == 0 && IsAmount(ledger, at) && ledger.Quantity(at).Relation != Relation.Range;

    static bool CanBe(in Ledger ledger, int at, Quantity total)
    {
        // "(27 patients)" is a part of a part, and "(1)" numbers a list.
        if (ledger.Sentence.IsMark(ledger[at].First - 1, '(') || ledger.Sentence.IsMark(ledger[at].Next, ')')) return false;
        var part = ledger.Quantity(at);
        return CanTotal(ledger, at) && part.Relation is Relation.Equal or Relation.About && Alike.InUnit(ledger.Sentence.Text, part, total)
            && (Alike.InNoun(ledger.Sentence.Text, part, total) || IsExclusive(ledger, at));
    }

    /// <summary>"60 perempuan": a noun that names one of several groups, no two of which share a member.</summary>
    static bool IsExclusive(in Ledger ledger, int at) => ledger.Sentence.Holds(Role.Exclusive, ledger[at].Counted.First, ledger[at].Counted.Next);

    static bool AreListed(in Sentence s, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (s.IsMark(i, ',') || s.Is(i, Role.Conjunction)) return true;
        }
        return false;
    }

    static bool IsAmount(in Ledger ledger, int at) =>
        ledger[at].Kind is QuantityKind.Count or QuantityKind.Money or QuantityKind.Measure or QuantityKind.Other && !UnitReader.IsDuration(ledger[at].Code);

    static bool IsBracketedShare(in Ledger ledger, int at) =>
        ledger[at].Kind == QuantityKind.Percent && ledger.Sentence.IsMark(ledger[at].First - 1, '(') && ledger.Sentence.IsMark(ledger[at].Next, ')');
}
