using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>A span of time that says when: "lima tahun lalu", "the past ten days". It is a time, no quantity.</summary>
static class DurationTimes
{
    /// <summary>What goes with <see cref="Role.Century"/>: a word that a number in front of it names, and seldom counts.</summary>
    public const byte Named = 1;

    /// <summary>"3세기 동안": fewer centuries may well be a span.</summary>
    const int EarliestCentury = 4;

    /// <summary>"15세기", "1990년대": no span at all.</summary>
    public static bool IsName(in Sentence s, in Draft draft) =>
        s.Match(draft.Unit.First, Role.Century, Named, out _) is not null && draft.Relation == Relation.Equal && draft.Value is >= EarliestCentury && decimal.IsInteger(draft.Value);

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
