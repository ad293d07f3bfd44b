namespace Verify.Claims.Quantities;

/// <summary>What few figures have beside their value: an upper end, another reading. Kept apart, since every figure of a text is kept in memory.</summary>
sealed record Readings(decimal? Upper, decimal? Ambiguous, decimal? AmbiguousUpper)
{
    public static Readings None { get; } = new(null, null, null);

    /// <summary>The shared instance where there is nothing to keep.</summary>
    public Readings Kept() => Upper is null && Ambiguous is null && AmbiguousUpper is null ? None : this;
}
