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
    public static void Weigh(in Sentence s, Stretch clause, Claim claim, ImmutableArray<Quantity>.Builder quantities, Grounds grounds)
    {
        grounds.Clear();
        AddFigures(s, clause, claim.Quantities, quantities, grounds);
        if (PersonNames.Holds(s, claim.Span) || (claim.Subject is { } about && PersonNames.Holds(s, about))) grounds.Add(RiskTable.NamedSubject);
        if (claim.Speaker is { } who && PersonNames.Holds(s, who)) grounds.Add(RiskTable.NamedSpeaker);
        if (Signals.Of(s, clause).Has(Signal.Accusation)) grounds.Add(RiskTable.Accusation);
        if (Topics.Holds(s, clause, WorthTable.Deaths)) grounds.Add(RiskTable.Death);
        if (claim.Modality == Modality.Denied) grounds.Add(RiskTable.Denied);

        var odd = OddCharacters.Find(s.Of(s.Between(clause.First, clause.Next)));
        if (odd.HasFlag(Odd.MixedAlphabets)) grounds.Add(RiskTable.MixedAlphabets);
        if (odd.HasFlag(Odd.Invisible)) grounds.Add(RiskTable.Invisible);
        if (odd.HasFlag(Odd.Digits)) grounds.Add(RiskTable.Digits);
    }

    static void AddFigures(in Sentence s, Stretch clause, ImmutableArray<int> group, ImmutableArray<Quantity>.Builder quantities, Grounds grounds)
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
        if (money && Topics.Holds(s, clause, WorthTable.PublicMoney)) grounds.Add(RiskTable.PublicMoney);
    }
}
