using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Numerals;

/// <summary>Parts and denominators, and the words around them.</summary>
sealed partial class AdditiveMultiplicative
{
    /// <summary>A thousand without its article is a count of its own: "dos tercios de los mil empleados".</summary>
    const decimal Million = 1_000_000;

    /// <summary>"trois cinquièmes", and "six millions et trois cinquièmes", of which only the last part is divided.</summary>
    static bool Divide(in Sentence s, int first, int at, ref Sum sum, decimal by) =>
        sum.Value >= by && JoinedTail.Find(s, first, at, sum.Value) is { } last && last < by ? sum.PartLast(last, last / by) : sum.Divide(by);

    /// <summary>"twee half", and "acht miljoen en een half", whose one is that of the half.</summary>
    static bool AddPart(in Sentence s, int first, int at, ref Sum sum, decimal part) =>
        JoinedTail.Find(s, first, at, sum.Value) is 1 ? sum.PartLast(1, part) : sum.AddPart(part);

    /// <summary>"two thirds <u>of a</u> million", "deux tiers <u>de</u> million".</summary>
    static int OverOf(in Sentence s, int at)
    {
        var next = s.Match(at, Role.RatioOf, out var of) is { Detail: 1 } ? of : at;
        if (next > at && s.Match(next, Role.Scale, out var over) is { Value: >= Million } && !s.Is(next, Role.Vague) && !s.IsMark(over, '-')) return next;
        return s.Match(next, Role.One, out next) is not null && ScaleReader.Follows(s, next) ? next : at;
    }

    /// <summary>"one tenth of": no noun follows that has the place; where one is an article, a partitive must show that a part is meant.</summary>
    static bool IsPart(in Sentence s, int at) => s.Language.IndefiniteOne ? at == s.Count || s.Match(at, Role.RatioOf, out _) is { Detail: 1 } : !s.IsWord(at) || s.Is(at, Role.NounStop);

    /// <summary>What tens may do where they cannot be added: "twenty <u>twenty fifths</u>", "one <u>twenty two</u>".</summary>
    static bool Compound(in Sentence s, ref Sum sum, decimal tens, ref int next)
    {
        if (tens is < 20 or > 90) return false;
        var unit = s.IsMark(next, '-') ? next + 1 : next;
        if (s.Match(unit, Role.Denominator, out var after) is { Value: < 10 } denominator && sum.Divide(tens + denominator.Value)
            || s.Match(unit, Role.Value, out after) is { Value: > 0 and < 10 } value && sum.Spoken(tens + value.Value))
        {
            next = after;
            return true;
        }
        return false;
    }
}
