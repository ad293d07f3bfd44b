using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>A span of time that says when: "lima tahun lalu", "the past ten days". It is a time, no quantity.</summary>
static class DurationTimes
{
    public static bool TryFind(in Sentence s, in Draft draft, out Stretch time)
    {
        time = default;
        if (draft.Kind != QuantityKind.Measure || !UnitReader.IsDuration(draft.Code)) return false;
        // "19世紀": counted like a span, and a date.
        if (s.Language.SignsPerWord > 1 && s.Is(draft.Unit.First, Role.Century))
        {
            time = new(draft.First, draft.Next);
            return true;
        }
        var before = s.MatchBefore(draft.First, Role.DurationBefore, 0, out var first) is not null;
        var after = s.Match(draft.Next, Role.DurationAfter, out var next) is not null;
        time = new(before ? first : draft.First, after ? next : draft.Next);
        return before || after;
    }
}
