using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Attribution;

/// <summary>Years that a relation bounds: "the year is greater than <u>2015</u>", and "&gt;= <u>2019</u>" as all there is. Elsewhere "more than 2015" is a count.</summary>
static class BoundedYears
{
    const string Comparisons = "<>=≤≥⩽⩾";

    /// <param name="relation">The first token of the relation before the year.</param>
    public static bool Is(in Sentence s, int at, int relation)
    {
        if (!IsExact(s, at) || s.IsWord(at + 1)) return false;
        if (s.IsMark(relation, Comparisons)) return relation == 0 && at + 1 == s.Count;
        var word = s.Is(relation - 1, Role.Auxiliary) ? relation - 2 : relation - 1;
        return IsYearWord(s, word) && !s.IsDigits(word - 1);
    }

    /// <summary>No round number, which is more often an amount.</summary>
    public static bool IsExact(in Sentence s, int at) => Figure.Whole(s.Of(at)) is >= 1900 and < 2100 and var year && year % 100 != 0;

    public static bool IsYearWord(in Sentence s, int at) => s.Match(at, Role.Unit, out _) is { Code: "a" };
}
