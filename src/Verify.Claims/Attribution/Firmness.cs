namespace Verify.Claims.Attribution;

/// <summary>How firmly the words of a clause state its figures.</summary>
/// <param name="Strength">The strongest wording but a denial.</param>
/// <param name="Denied">The first token of a denial, which counts for the figures after it only; past every token where there is none.</param>
readonly record struct Firmness(int Strength, int Denied);
