using System.Collections.Immutable;

namespace Verify.Claims.Arithmetic;

/// <summary>Figures of one article that contradict each other by arithmetic alone. Which of them is wrong, it cannot tell.</summary>
/// <param name="Quantities">The figures of the sum: indexes into <see cref="Extraction.Quantities"/>, ascending, at least one (a range holds two figures).</param>
/// <param name="Expected">What the other figures give, one place finer than <paramref name="Stated"/> is written; 100 for <see cref="DiscrepancyKind.Whole"/>.</param>
/// <param name="Stated">What the text states instead.</param>
/// <param name="Sum">The sum in symbols that need no language: "500 → 650 = +30 % ≠ 20 %". Numbers in it are written as JSON writes them.</param>
public sealed record Discrepancy(DiscrepancyKind Kind, ImmutableArray<int> Quantities, decimal Expected, decimal Stated, string Sum);
