namespace Verify.Claims.Quantities;

/// <summary>A unit as written, with its UCUM or ISO 4217 code where one exists (<c>km</c>, <c>%</c>, <c>IDR</c>), else null.</summary>
public sealed record Unit(Excerpt Span, string? Code);
