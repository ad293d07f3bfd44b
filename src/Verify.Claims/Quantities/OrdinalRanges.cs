using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Places from one to another, where signs are tokens: "第10と第15の間", "十位から十五位まで", "10番目以上15番目未満".</summary>
static class OrdinalRanges
{
    /// <summary>What goes with <see cref="Role.RangeOpen"/> where it stands behind the second end.</summary>
    const byte Closing = 2;

    /// <summary>Takes the upper end into a place that was read; it must be told that both are ends: "3位から1位に" goes from one place to another.</summary>
    public static void Extend(in Sentence s, ref Draft lower)
    {
        if (s.Language.SignsPerWord == 1) return;
        var at = lower.Next;
        var bounded = s.Match(at, Role.RelationAfter, out var next) is { Detail: (byte)Relation.AtLeast or (byte)Relation.More };
        if (bounded) at = next;
        if (s.Match(at, Role.RangeTo, out next) is not null || s.Match(at, Role.RangeAnd, out next) is not null) at = next;
        else if (s.IsMark(at, ",~-")) at++;
        else if (!bounded) return;
        if (!OrdinalReader.TryRead(s, at, out var end, out var upper) || upper.Value <= lower.Value) return;
        var ends = s.Match(end, Role.RelationAfter, out next) is { Detail: (byte)Relation.AtMost or (byte)Relation.Less };
        if (ends) end = next;
        if (s.Match(end, Role.RangeOpen, Closing, out next) is not null) end = next;
        else if (!bounded || !ends) return;
        lower.Upper = upper.Value;
        lower.Relation = Relation.Range;
        (lower.Low, lower.High) = (lower.End(false), upper.End(false));
        lower.Number = new(lower.Number.First, upper.Number.Next);
        lower.Next = end;
    }
}
