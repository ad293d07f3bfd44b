using System.Collections.Immutable;
using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Quantities;
using Verify.Claims.Text;
using Verify.Claims.Worth;

namespace Verify.Claims.Risk;

/// <summary>Weighs how bad a wrong approval of a claim would be.</summary>
static class RiskReader
{
    public static void Weigh(in Sentence s, ClauseWords clause, in Statement claim, ImmutableArray<Quantity>.Builder quantities, Grounds grounds)
    {
        grounds.Clear();
        AddFigures(clause, claim.Quantities, quantities, grounds);
        if (clause.NamesPerson(s, claim.Span) || (claim.Subject is { } about && clause.NamesPerson(s, about))) grounds.Add(RiskTable.NamedSubject);
        if (claim.Speaker is { } who && clause.NamesPerson(s, who)) grounds.Add(RiskTable.NamedSpeaker);
        if (clause.Own.Has(Signal.Accusation)) grounds.Add(RiskTable.Accusation);
        if (clause.HoldsTopic(WorthTable.Deaths)) grounds.Add(RiskTable.Death);
        if (claim.Modality == Modality.Denied) grounds.Add(RiskTable.Denied);

        var odd = clause.Odd;
        if (odd.HasFlag(Odd.MixedAlphabets)) grounds.Add(RiskTable.MixedAlphabets);
        if (odd.HasFlag(Odd.Invisible)) grounds.Add(RiskTable.Invisible);
        if (odd.HasFlag(Odd.Digits)) grounds.Add(RiskTable.Digits);
    }

    static void AddFigures(ClauseWords clause, ImmutableArray<int> group, ImmutableArray<Quantity>.Builder quantities, Grounds grounds)
    {
        var (largest, money, ambiguous) = (0m, false, false);
        foreach (var index in group)
        {
            var figure = quantities[index];
            largest = Math.Max(largest, Math.Abs(figure.Upper ?? figure.Value));
            money |= figure.Kind == QuantityKind.Money;
            ambiguous |= figure.Ambiguous is not null;
        }
        if (ambiguous) grounds.Add(RiskTable.Ambiguous);
        if (largest >= RiskTable.LargeFrom) grounds.Add(largest >= RiskTable.VeryLargeFrom ? RiskTable.VeryLarge : RiskTable.Large);
        if (money && clause.HoldsTopic(WorthTable.PublicMoney)) grounds.Add(RiskTable.PublicMoney);
    }
}
