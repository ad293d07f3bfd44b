using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Two bounds of one figure are a range: "more than 10 and less than 20", "at most 100 and at least 20 apples".</summary>
static class Bounds
{
    /// <summary>Takes the second bound into the first; false where they are two figures.</summary>
    public static bool Join(in Sentence s, ref Draft left, in Draft right)
    {
        var spans = Spans(s, left, right);
        var rising = spans || IsLower(left) && IsUpper(right) && left.Value < right.Value;
        var falling = IsUpper(left) && IsLower(right) && right.Value < left.Value;
        if (!(rising || falling) || (left.HasCounted && !CountSame(s, left, right)) || (left.HasUnit && right.Kind != left.Kind) || !spans && !AreJoined(s, left.Next, right.First)) return false;
        (left.Value, left.Upper) = rising ? (left.Value, right.Value) : (right.Value, left.Value);
        left.Relation = Relation.Range;
        (left.Low, left.High) = rising ? (left.End(false), right.End(false)) : (right.End(false), left.End(false));
        left.Number = new(left.Number.First, right.Number.Next);
        left.Next = right.Next;
        left.Other = null;
        left.Forms |= right.Forms;
        if (!left.HasUnit) left.TakeUnit(right);
        (left.Counted, left.HasCounted) = (right.Counted, right.HasCounted);
        return true;
    }

    /// <summary>"五元六角到五元七角八分": both ends are written out.</summary>
    static bool Spans(in Sentence s, in Draft left, in Draft right)
    {
        if (s.Language.SignsPerWord == 1 || left.Relation != Relation.Equal || right.Relation != Relation.Equal || left.Upper is not null || right.Upper is not null) return false;
        if (!left.HasUnit || !right.HasUnit || left.Code is null || left.Code != right.Code || left.Value >= right.Value) return false;
        return (s.IsMark(left.Next, "-–—~") && left.Next + 1 == right.First) || (s.Match(left.Next, Role.RangeTo, out var to) is { Detail: 0 } && to == right.First);
    }

    /// <summary>"20個以上、100個以下".</summary>
    static bool CountSame(in Sentence s, in Draft left, in Draft right) =>
        s.Language.SignsPerWord > 1 && right.HasCounted
        && s.Of(s.Between(right.Counted.First, right.Counted.Next)).StartsWith(s.Of(s.Between(left.Counted.First, left.Counted.Next)), StringComparison.Ordinal);

    static bool IsLower(in Draft draft) => draft.Relation is Relation.More or Relation.AtLeast;

    static bool IsUpper(in Draft draft) => draft.Relation is Relation.Less or Relation.AtMost;

    static bool AreJoined(in Sentence s, int from, int to)
    {
        var at = s.IsMark(from, ',') ? from + 1 : from;
        if (s.Match(at, Role.Conjunction, out var next) is not null) at = next;
        if (at > from && s.IsMark(at, ',')) at++;
        if (at == from && s.Match(at, Role.RangeAnd, out next) is not null) at = next;
        return at == to && (at > from || s.Language.SignsPerWord > 1);
    }
}
