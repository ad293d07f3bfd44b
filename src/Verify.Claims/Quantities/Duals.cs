using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Reads words that say two of what they name ("عامين" is two years, "שנתיים" too) or how many percent ("半額"). The word is the number and what it counts.</summary>
static class Duals
{
    public static bool TryRead(in Sentence s, int at, int floor, out Draft draft)
    {
        draft = default;
        if (s.Match(at, Role.Coin, out var next) is not { Detail: not (byte)Coin.Piece } dual) return false;
        draft = new() { Number = new(at, next), First = at, Next = next, Value = (Coin)dual.Detail == Coin.Percent ? dual.Value : 2, Forms = NumeralForms.Words };
        if ((Coin)dual.Detail != Coin.DualNoun)
        {
            draft.Unit = new(at, next);
            draft.HasUnit = true;
            (draft.Code, draft.Kind) = (Coin)dual.Detail switch
            {
                Coin.Percent => ("%", QuantityKind.Percent),
                Coin.DualMoney => (dual.Code, QuantityKind.Money),
                _ => (dual.Code, QuantityKind.Measure),
            };
        }
        else
        {
            draft.Counted = new(at, next);
            draft.HasCounted = true;
            draft.Kind = QuantityKind.Count;
        }
        RelationReader.Before(s, floor, ref draft);
        RelationReader.After(s, ref draft);
        Composites.Extend(s, ref draft);
        UnitReader.Rate(s, ref draft);
        return true;
    }
}
