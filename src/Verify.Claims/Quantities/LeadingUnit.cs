using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>What stands before a number and says what it is measured in: a currency, a percent sign, "aged".</summary>
static class LeadingUnit
{
    const string Degrees = "deg";
    const decimal Thousand = 1000;

    /// <summary>The currency or the percent sign that stands before the number.</summary>
    public static void Read(in Sentence s, int first, int floor, ref Draft draft)
    {
        if (s.MatchBefore(first, Role.PercentBefore, floor, out var start) is { } percent && draft.Scale(percent.Value))
        {
            UnitReader.Take(ref draft, new(start, first), "%", QuantityKind.Percent);
            draft.First = start;
            NumberReader.WordSign(s, floor, ref draft);
            return;
        }
        if (s.MatchBefore(first, Role.Coin, floor, out start) is { Value: >= Thousand } sum && draft.Scale(sum.Value))
        {
            // "MSEK 60"
            UnitReader.Take(ref draft, new(start, first), sum.Code, QuantityKind.Money);
            draft.First = start;
            return;
        }
        if (s.MatchBefore(first, Role.Currency, floor, out start) is not { } currency || IsEndOfWord(s, start, first)) return;
        // "Dolar 32,50 liradan": what is priced, and the price. In "rmb 45 usd 70" the second belongs to its own sum.
        if (s.IsWord(start) && s.Match(draft.Next, Role.Currency, out var after) is { } own && own.Code != currency.Code && !s.IsDigits(after)) return;
        UnitReader.Take(ref draft, new(start, first), currency.Code, QuantityKind.Money);
        draft.First = start;
    }

    /// <summary>"병<u>원</u> 12곳", "单<u>元</u>20户": one sign that ends a longer word.</summary>
    static bool IsEndOfWord(in Sentence s, int at, int next) => next == at + 1 && s.Of(at).Length == 1 && at > 0 && s.IsUnspaced(at) && s.IsUnspaced(at - 1) && s.IsStuck(at);

    /// <summary>"<u>aged</u> 35", "<u>usia</u> 19": a unit that stands before, where none stands after.</summary>
    public static void Complete(in Sentence s, int floor, ref Draft draft)
    {
        if (s.MatchBefore(draft.First, Role.UnitBefore, floor, out var start) is not { } unit) return;
        if (draft.HasUnit)
        {
            // "時速60キロ", "摂氏20度": the word before says of what kind the unit after is.
            var kind = unit.Code is ['/', ..] && draft.Kind == QuantityKind.Measure ? draft.Code + unit.Code : draft.Code == Degrees ? unit.Code : null;
            if (kind is null) return;
            draft.Code = kind;
            draft.Unit = new(Math.Min(start, draft.Unit.First), draft.Unit.Next);
            draft.First = start;
            return;
        }
        if (unit.Code is ['/', ..]) return;
        UnitReader.Take(ref draft, new(start, draft.First), unit.Code, QuantityKind.Measure);
        draft.First = start;
    }
}
