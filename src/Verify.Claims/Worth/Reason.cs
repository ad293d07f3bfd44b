namespace Verify.Claims.Worth;

/// <summary>One ground for a worth, in words for a person, and its weight in points; one that speaks against the claim weighs less than nothing.</summary>
readonly record struct Reason(int Weight, string Words);
