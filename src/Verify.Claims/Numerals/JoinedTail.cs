using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>
/// The last part of a whole number in words, behind the word that joins it: "six millions <u>et deux</u>". What follows may be
/// said of that part alone and leave the rest whole: "six millions et <u>deux tiers</u>", "driehonderd en <u>twee dozijn</u>".
/// </summary>
static class JoinedTail
{
    /// <summary>No number has more words behind its last joining one.</summary>
    const int Reach = 4;

    const decimal Hundred = 100;
    const decimal Tens = 10;

    /// <summary>The value of that part; null where the number has none, or where its joining word stands inside one part ("treinta <u>y</u> tres").</summary>
    /// <param name="next">The first token after the number, which begins at <paramref name="first"/>.</param>
    public static decimal? Find(in Sentence s, int first, int next, decimal whole)
    {
        if (s.Language.Spelling is null) return null;
        for (var at = next - 2; at > first && at >= next - 1 - Reach; at--)
        {
            if (s.Match(at, Role.Joiner, out var after) is null || NumberWords.Match(s, after, out var end) is not { } tail || end != next) continue;
            return tail.Value > 0 && tail.Value < whole && IsApart(s, whole - tail.Value, tail.Value) ? tail.Value : null;
        }
        return null;
    }

    /// <summary>After hundreds. After tens only where the language needs no word between these and the unit, but for one: "vingt et un".</summary>
    static bool IsApart(in Sentence s, decimal rest, decimal tail) =>
        (rest % Hundred == 0 && tail < Hundred) || (s.Language.FreeUnits && rest % Tens == 0 && tail < Tens && tail != 1);
}
