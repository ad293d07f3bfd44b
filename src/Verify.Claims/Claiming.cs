using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Numerals;
using Verify.Claims.Quantities;
using Verify.Claims.Text;

namespace Verify.Claims;

/// <summary>Which quantities make a claim of their own.</summary>
static class Claiming
{
    const int MostPointedAt = 10;

    /// <summary>How many words before an ordinal "ranks" may stand.</summary>
    const int RankReach = 6;

    /// <summary>
    /// Every quantity makes one but: an ordinal that ranks nothing, a time ("two years ago") unless a change is all that it tells the length of, a small number that only points back ("the two", "one of the") or only numbers ("number
    /// two"), the later parts of a tied group, and small figures inside an attribution's own words ("three officials said").
    /// </summary>
    /// <param name="zone">The attribution whose own words hold the figure; empty when it stands outside.</param>
    public static bool Makes(in Sentence s, ReadOnlySpan<Draft> drafts, int i, ReadOnlySpan<Saying> sayings, out Stretch zone)
    {
        zone = default;
        ref readonly var draft = ref drafts[i];
        if (draft.IsTime ? !IsTrend(s, drafts) : (draft.Kind == QuantityKind.Ordinal ? !Ranks(s, draft) : PointsBack(s, draft) || Numbers(s, draft))) return false;
        if (draft.Tie != 0 && i > 0 && drafts[i - 1].Tie == draft.Tie) return false;
        foreach (var saying in sayings)
        {
            if (!saying.Zone.Holds(draft.Number.First)) continue;
            // "Two thirds of the guests said they had …": what they said is what the share is of.
            zone = saying.Speaker.Holds(draft.Number.First) && saying.Content.First >= saying.Cue.Next && saying.Content.Next > saying.Zone.Next ? saying.Zone with { Next = saying.Content.Next } : saying.Zone;
            return IsStatistic(draft);
        }
        return true;
    }

    /// <summary>"wages fell over the past six years": a change whose time is its only figure.</summary>
    static bool IsTrend(in Sentence s, ReadOnlySpan<Draft> drafts) => drafts.Length == 1 && s.Holds(Role.ChangeVerb, 0, s.Count);

    /// <summary>"the fourth largest army", "terbesar ketiga", "ranks first": an order among things, no place in a row.</summary>
    static bool Ranks(in Sentence s, in Draft draft) =>
        IsSuperlative(s, draft.Next) || IsSuperlative(s, draft.First - 1) || s.Holds(Role.RankLead, draft.First - RankReach, draft.First);

    static bool IsSuperlative(in Sentence s, int at) => s.Match(at, Role.Signal, out _) is { Detail: (byte)Signal.Superlative, Length: 1 };

    static bool PointsBack(in Sentence s, in Draft draft) =>
        draft.Forms == NumeralForms.Words && draft.Kind is QuantityKind.Count or QuantityKind.Other && draft.Value <= MostPointedAt
        && (IsOneOfMany(s, draft) || s.Match(draft.First - 1, Role.NounStop, out _) is { Detail: (byte)NounStop.Definite });

    static bool IsOneOfMany(in Sentence s, in Draft draft) => draft.Value == 1 && s.Match(draft.Number.Next, Role.RatioOf, out _) is { Detail: 1 };

    static bool Numbers(in Sentence s, in Draft draft) =>
        draft is { HasUnit: false, HasCounted: false } && draft.Value <= MostPointedAt && References.Follows(s, draft.First);

    /// <summary>A share, a sum, a proportion or a count that nobody tells at a glance is a claim wherever it stands.</summary>
    static bool IsStatistic(in Draft draft) => draft.Kind switch
    {
        QuantityKind.Percent or QuantityKind.Money or QuantityKind.Ratio or QuantityKind.Change => true,
        QuantityKind.Count => draft.Value > MostPointedAt,
        _ => false,
    };
}
