using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Joins neighbours that are one statement: "3 dari 7 orang" is a proportion, "dari 5 menjadi 10" one change.</summary>
static class Ties
{
    const int ChangeReach = 3;

    /// <summary>Nobody says "one child in 2,024".</summary>
    const int LargestWhole = 1000;

    /// <param name="name">A number not used for another tie of the sentence.</param>
    public static void Join(in Sentence s, ref Draft left, ref Draft right, int name)
    {
        if (IsProportion(s, left, right)) left.Kind = QuantityKind.Ratio;
        else if (!IsChange(s, left, right)) return;
        if (left.Tie == 0) left.Tie = name;
        right.Tie = left.Tie;
    }

    static bool IsProportion(in Sentence s, in Draft left, in Draft right) => IsCountOf(s, left, right) || IsCountedOf(s, left, right) || IsPartOf(s, left, right);

    static bool IsCountOf(in Sentence s, in Draft left, in Draft right) =>
        left.Next == left.Number.Next && !left.HasUnit && !left.HasCounted && left.Value < right.Value && right.Kind is QuantityKind.Count or QuantityKind.Other
        && left.Upper is null && left.Kind == QuantityKind.Other && !right.HasUnit
        && s.Match(left.Next, Role.RatioOf, out var next) is not null && next == right.First;

    /// <summary>"one child in five", "4 élèves sur 10": the noun stands with the part, and the whole counts nothing of its own.</summary>
    static bool IsCountedOf(in Sentence s, in Draft left, in Draft right) =>
        left is { Kind: QuantityKind.Count, HasUnit: false, Upper: null } && left.Counted.First == left.Number.Next && left.Value < right.Value
        && right is { Kind: QuantityKind.Other, HasUnit: false, Upper: null, Relation: Relation.Equal } && right.Value <= LargestWhole && decimal.IsInteger(right.Value)
        && s.Match(left.Next, Role.RatioOf, out var next) is { Detail: 0 } && next == right.First;

    /// <summary>"two thirds of the 1,200 guests", "sepertiga dari 90 kursi".</summary>
    static bool IsPartOf(in Sentence s, in Draft left, in Draft right) =>
        left is { Kind: QuantityKind.Ratio, HasUnit: false, HasCounted: false } && right.Kind == QuantityKind.Count && left.Next == left.Number.Next
        && s.Match(left.Next, Role.RatioOf, out var next) is { Detail: 1 } && (next == right.First || (NounPhrases.IsOpener(s, next) && next + 1 == right.First));

    /// <summary>"from 5 to 10" that falls, or whose ends are written out whole.</summary>
    static bool IsChange(in Sentence s, in Draft left, in Draft right)
    {
        if (left.Kind != right.Kind && left.HasUnit && right.HasUnit) return false;
        return right.First - left.Next <= ChangeReach && right.First > left.Next && s.Match(left.Next, Role.RangeTo, out var next) is not null && next == right.First
            && s.MatchBefore(left.First, Role.RangeOpen, 0, out _) is not null;
    }
}
