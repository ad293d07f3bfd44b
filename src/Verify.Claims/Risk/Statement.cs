using System.Collections.Immutable;
using Verify.Claims.Attribution;

namespace Verify.Claims.Risk;

/// <summary>What of a claim its risk is weighed by; the parts are those of <see cref="Claim"/>.</summary>
readonly record struct Statement(Excerpt Span, ImmutableArray<int> Quantities, Excerpt? Subject, Excerpt? Speaker, Modality Modality);
