using System.Collections.Immutable;
using Verify.Claims.Arithmetic;

namespace Verify.Workflow.Reviews;

/// <summary>A sum that the claim's figures are part of and that does not come out, as a reviewer is shown it.</summary>
/// <param name="Figures">Every figure of the sum in the order of the text; some may stand in other claims.</param>
/// <param name="Expected">What the other figures give; <paramref name="Stated"/> is what the text says instead.</param>
/// <param name="Sum">In symbols, numbers as JSON writes them: "500 → 650 = +30 % ≠ 20 %".</param>
public sealed record DiscrepancyReading(DiscrepancyKind Kind, ImmutableArray<Phrase> Figures, decimal Expected, decimal Stated, string Sum);
