namespace Verify.Cldr.Spelling;

/// <summary>One spell-out rule as CLDR writes it, with the values it is for.</summary>
/// <param name="Base">The smallest value it is for; <paramref name="Last"/> is the largest.</param>
/// <param name="Divisor">What a value is divided by to get its two parts.</param>
sealed record RawRule(long Base, long Last, long Divisor, string Text);
