using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>
/// A unit that says one of itself, and a part joined to it: "<u>ساعة ونصف</u>" is an hour and a half, "<u>عام ونصف العام</u>" a year and a half. Where a language has words
/// that mean two of a unit, the unit alone means one.
/// </summary>
static class OneAndPart
{
    const int LongestArticle = 2;
    const int Shortest = 2;

    /// <param name="at">Where the part stands, to which nothing before the unit belongs.</param>
    public static bool TryRead(in Sentence s, int at, int floor, out Draft draft)
    {
        draft = default;
        if (!s.Language.UnitsImplyOne || s.Match(at, Role.FractionOfScale, out var next) is not { } part) return false;
        if (s.MatchBefore(at, Role.Joiner, floor, out var joiner) is null || s.MatchBefore(joiner, Role.Unit, floor, out var first) is not { } unit) return false;
        var parted = next;
        if (s.IsWord(next) && IsAgain(s.Of(joiner - 1), s.Of(next))) next++;
        else if (s.IsWord(next) && !s.Is(next, Role.NounStop)) return false;
        draft = new()
        {
            Number = new(first, parted), First = first, Next = next, Value = 1 + part.Value, Forms = NumeralForms.Words | NumeralForms.Decimals,
            Unit = new(first, joiner), Code = unit.Code, HasUnit = true, Kind = QuantityKind.Measure,
        };
        RelationReader.Before(s, floor, ref draft);
        RelationReader.After(s, ref draft);
        return true;
    }

    /// <summary>"عاما ونصف <u>العام</u>": the unit once more, with an article or without the ending it had.</summary>
    static bool IsAgain(ReadOnlySpan<char> unit, ReadOnlySpan<char> word)
    {
        for (var article = 0; article <= LongestArticle; article++)
        {
            if (word.Length - article >= Shortest && unit.StartsWith(word[article..], StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
