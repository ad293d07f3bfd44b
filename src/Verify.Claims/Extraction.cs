using System.Collections.Immutable;
using Verify.Claims.Quantities;

namespace Verify.Claims;

/// <summary>What one text states in figures. Quantities and claims stand in the order of their first number; places point into the text as given.</summary>
public sealed record Extraction(ImmutableArray<Quantity> Quantities, ImmutableArray<Claim> Claims)
{
    /// <summary>The reading of a text without figures; always the same instance.</summary>
    public static Extraction Empty { get; } = new([], []);
}
