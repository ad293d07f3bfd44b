using Verify.Claims.Quantities;

namespace Verify.Claims.Tests.Fuzz;

/// <summary>What holds of every extraction, whatever the text.</summary>
static class Laws
{
    /// <summary>The first law that is broken, in words; null when all hold.</summary>
    public static string? Broken(string text, Extraction extraction)
    {
        for (var i = 0; i < extraction.Quantities.Length; i++)
        {
            if (Broken(text, extraction.Quantities[i], extraction) is { } law) return $"quantity {i}: {law}";
            if (i > 0 && extraction.Quantities[i - 1].Number.End > extraction.Quantities[i].Number.Start) return $"quantity {i}: its number stands before the end of the one before";
        }
        for (var i = 0; i < extraction.Claims.Length; i++)
        {
            if (Broken(text, extraction.Claims[i], extraction) is { } law) return $"claim {i}: {law}";
            if (i > 0 && extraction.Claims[i - 1].Quantities[0] >= extraction.Claims[i].Quantities[0]) return $"claim {i}: out of order";
        }
        return null;
    }

    static string? Broken(string text, Quantity quantity, Extraction extraction)
    {
        if (!IsPlace(text, quantity.Span) || !IsPlace(text, quantity.Number)) return "a place outside the text or inside a pair";
        if (!quantity.Span.Contains(quantity.Number)) return "number outside its span";
        if (quantity.Unit is { } unit && !(IsPlace(text, unit.Span) && Holds(quantity, unit.Span, extraction))) return "unit in nobody's span";
        if (quantity.Counted is { } counted && !(IsPlace(text, counted) && Holds(quantity, counted, extraction))) return "counted in nobody's span";
        if (quantity.Upper.HasValue != (quantity.Relation == Relation.Range)) return "an upper end without a range, or a range without one";
        if (quantity.Upper <= quantity.Value) return "a range that falls";
        if (quantity.AmbiguousUpper.HasValue != (quantity.Ambiguous.HasValue && quantity.Relation == Relation.Range)) return "another upper end without another lower one, or the reverse";
        if (quantity.AmbiguousUpper <= quantity.Ambiguous) return "another range that falls";
        if (quantity.Ambiguous == quantity.Value && quantity.AmbiguousUpper == quantity.Upper) return "two readings that are one";
        return null;
    }

    static string? Broken(string text, Claim claim, Extraction extraction)
    {
        if (!IsPlace(text, claim.Span) || !IsPlace(text, claim.Sentence)) return "a place outside the text or inside a pair";
        if (!claim.Sentence.Contains(claim.Span)) return "span outside its sentence";
        if (claim.Quantities.IsEmpty || !AreIndexes(claim.Quantities, extraction)) return "wrong quantities";
        if (!claim.Span.Contains(extraction.Quantities[claim.Quantities[0]].Number)) return "first number outside its span";
        foreach (var place in new[] { claim.Subject, claim.Speaker, claim.Named, claim.Cue, claim.Content })
        {
            if (place is { } given && !IsPlace(text, given)) return "a part outside the text or inside a pair";
        }
        if (claim.Times.Any(time => !IsPlace(text, time.Span))) return "a time outside the text or inside a pair";
        if (claim.Worth is not (> 0 and < 1)) return $"worth {claim.Worth}";
        if (claim.Risk is not (> 0 and < 1)) return $"risk {claim.Risk}";
        if (!claim.Reasons.All(IsKnownOfWorth)) return "a reason of worth that is not listed";
        if (!claim.RiskReasons.All(ClaimReasons.ForRisk.Contains)) return "a reason of risk that is not listed";
        foreach (var discrepancy in claim.Discrepancies)
        {
            if (discrepancy.Quantities.IsEmpty || !AreIndexes(discrepancy.Quantities, extraction)) return "wrong quantities of a sum";
            if (!discrepancy.Quantities.Intersect(claim.Quantities).Any()) return "a sum of other claims only";
            if (discrepancy.Expected == discrepancy.Stated) return "a sum that comes out";
        }
        return null;
    }

    /// <summary>In its own span, or, where figures beside each other share it, in that of another.</summary>
    static bool Holds(Quantity quantity, Excerpt place, Extraction extraction) =>
        quantity.Span.Contains(place) || extraction.Quantities.Any(other => other.Span.Contains(place));

    static bool IsKnownOfWorth(string reason) => ClaimReasons.ForWorth.Contains(reason) || ClaimReasons.AgainstWorth.Contains(reason);

    static bool AreIndexes(IReadOnlyList<int> indexes, Extraction extraction) =>
        indexes.Zip(indexes.Skip(1)).All(p => p.First < p.Second) && indexes[0] >= 0 && indexes[^1] < extraction.Quantities.Length;

    static bool IsPlace(string text, Excerpt place) =>
        place.Start >= 0 && place.Start < place.End && place.End <= text.Length && !Splits(text, place.Start) && !Splits(text, place.End);

    static bool Splits(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}
