using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Figures in a row share the unit or noun of the last: "6,3 dan 6,5 persen", "tiga, lima, dan tujuh tahun", "a 7- or 8-inch screen".</summary>
static class Series
{
    const int Longest = 8;

    /// <summary>Gives what the last figure is measured in to the bare ones before it.</summary>
    public static void Share(in Sentence s, Pooled<Draft> drafts)
    {
        ref readonly var last = ref drafts[drafts.Count - 1];
        if (last.Kind == QuantityKind.Ordinal || last.IsTime || !(last.HasUnit || last.HasCounted) || (last.HasUnit && last.Unit.First < last.Number.First)) return;
        for (var i = drafts.Count - 2; i >= 0 && drafts.Count - i < Longest && IsBare(drafts[i]) && AreListed(s, drafts[i].Next, drafts[i + 1].First); i--)
        {
            ref var figure = ref drafts[i];
            figure.TakeUnit(last);
            (figure.Counted, figure.HasCounted) = (last.Counted, last.HasCounted);
        }
    }

    static bool IsBare(in Draft figure) => !figure.HasUnit && !figure.HasCounted && figure.Kind == QuantityKind.Other && figure.Tie == 0;

    /// <summary>A comma, a joining word, or both; the hyphen of "7-" belongs to the first.</summary>
    static bool AreListed(in Sentence s, int from, int to)
    {
        var at = s.IsMark(from, '-') && s.IsStuck(from) ? from + 1 : from;
        if (s.IsMark(at, ',')) at++;
        if (s.Match(at, Role.RangeAnd, out var next) is not null || s.Match(at, Role.ListJoiner, out next) is not null) at = next;
        return at == to && at > from;
    }
}
