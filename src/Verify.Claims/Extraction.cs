using System.Collections.Immutable;
using Verify.Claims.Quantities;

namespace Verify.Claims;

/// <summary>What one text states in figures. Quantities and claims stand in the order of their first number; places point into the text as given.</summary>
public sealed record Extraction(ImmutableArray<Quantity> Quantities, ImmutableArray<Claim> Claims)
{
    /// <summary>The reading of a text without figures; always the same instance.</summary>
    public static Extraction Empty { get; } = new([], []);

    /// <summary>Where the text was read in another language than its own, ascending; mostly nowhere.</summary>
    public ImmutableArray<LanguageStretch> Others { get; init; } = [];

    /// <summary>The language that a place was read in; null where that is the text's own.</summary>
    public string? LanguageAt(Excerpt place)
    {
        foreach (var stretch in Others)
            if (place.Start >= stretch.Start && place.Start < stretch.End) return stretch.Language;
        return null;
    }
}
