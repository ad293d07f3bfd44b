namespace Verify.Claims.Numerals.Spelling;

/// <summary>What a text may stand for: one value, or any value from <paramref name="Low"/> to <paramref name="High"/> where a language writes them alike. Empty when <paramref name="Low"/> is the larger.</summary>
readonly record struct Values(long Low, long High)
{
    /// <summary>Of a part that a rule does not have.</summary>
    public static readonly Values Absent = new(-1, -1);

    public bool IsAbsent => Low < 0;

    public bool IsEmpty => Low > High;

    public bool IsOne => Low == High;

    public Values Within(long low, long high) => new(Math.Max(Low, low), Math.Min(High, high));

    public Values Within(Values other) => Within(other.Low, other.High);
}
