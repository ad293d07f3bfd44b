namespace Verify.Claims.Worth;

/// <summary>One ground for a worth, in words for a person, and its weight in hundredths.</summary>
readonly record struct Reason(int Weight, string Words);
