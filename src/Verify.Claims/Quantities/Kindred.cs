using Verify.Claims.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Quantities;

/// <summary>Levels of one sentence are told in the same unit, which is written once: "closed at 1,450 <u>points</u>, while the other index rose 2% to 1,300".</summary>
static class Kindred
{
    /// <summary>How many figures back the one with the unit may stand.</summary>
    const int Back = 4;

    /// <summary>Levels of one kind lie no farther apart than this.</summary>
    const decimal Alike = 3;

    /// <summary>Where the last figure is bare and a level, it takes the unit of the nearest one before it that is of its size or led there.</summary>
    public static void Lend(in Sentence s, Pooled<Draft> drafts)
    {
        ref var level = ref drafts[drafts.Count - 1];
        if (level is not { HasUnit: false, HasCounted: false, Kind: QuantityKind.Other, Tie: 0 } || !IsLevel(s, level.First, out var changed)) return;
        for (var i = drafts.Count - 2; i >= 0 && drafts.Count - i < Back + 2; i--)
        {
            ref readonly var figure = ref drafts[i];
            if (figure.IsTime || figure.Kind is QuantityKind.Percent or QuantityKind.Ordinal or QuantityKind.Change or QuantityKind.Ratio) continue;
            if (figure is { HasUnit: false, HasCounted: false }) continue;
            if (figure.Kind is not (QuantityKind.Measure or QuantityKind.Money) || UnitReader.IsDuration(figure.Code)) return;
            if (!changed && figure is { Kind: QuantityKind.Measure, Code: not null }) return;
            if (AreAlike(figure.Upper ?? figure.Value, level.Value) || (changed && figure.Value < level.Value && s.Is(figure.First - 1, Role.ChangeVerb))) level.TakeUnit(figure);
            return;
        }
    }

    /// <summary>What "to" leads to; or a verb, with a preposition or without, which is trusted with money and points only: "ended at 1,300", but "weighs 60 kg and is 50".</summary>
    static bool IsLevel(in Sentence s, int first, out bool changed)
    {
        changed = s.MatchBefore(first, Role.ChangeTo, 0, out _) is not null;
        if (changed) return true;
        var before = s.Match(first - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Attaching or (byte)NounStop.Outside } ? first - 2 : first - 1;
        return Verbs.Is(s, before);
    }

    static bool AreAlike(decimal one, decimal other) => one > 0 && other > 0 && one / Alike <= other && other / Alike <= one;
}
