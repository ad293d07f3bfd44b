namespace Verify.Claims.Arithmetic;

/// <summary>
/// Between which values the true one lies, both included, when a figure is written rounded. Bounds: figures are at most
/// <see cref="Largest"/> and at least <see cref="Smallest"/> in size, so that no sum or quotient of them leaves a decimal.
/// </summary>
readonly record struct Interval(decimal Low, decimal High)
{
    public const decimal Largest = 1e17m;
    public const decimal Smallest = 1e-4m;

    /// <summary>Stands for no bound at all: "more than 20".</summary>
    public const decimal Open = 1e20m;

    public bool IsOpen => Low <= -Open || High >= Open;

    public bool IsPositive => Low > 0;

    public bool Meets(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>The same without its sign.</summary>
    public Interval Size() => Low >= 0 ? this : High <= 0 ? new(-High, -Low) : new(0, Math.Max(-Low, High));

    public Interval Times(decimal factor) => new(Low * factor, High * factor);

    public Interval Plus(decimal term) => new(Low + term, High + term);

    /// <summary>The divisor must be <see cref="IsPositive"/>, and this not below zero.</summary>
    public Interval Over(Interval divisor) => new(Low / divisor.High, High / divisor.Low);

    public static Interval operator +(Interval a, Interval b) => new(a.Low + b.Low, a.High + b.High);

    public static Interval operator -(Interval a, Interval b) => new(a.Low - b.High, a.High - b.Low);
}
