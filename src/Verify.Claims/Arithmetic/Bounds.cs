namespace Verify.Claims.Arithmetic;

/// <summary>
/// Between which values the true one lies, both included, when a figure is written rounded. Bounds: figures are at most
/// <see cref="Largest"/> and at least <see cref="Smallest"/> in size, so that no sum or quotient of them leaves a decimal.
/// </summary>
readonly record struct Bounds(decimal Low, decimal High)
{
    public const decimal Largest = 1e17m;
    public const decimal Smallest = 1e-4m;

    /// <summary>Stands for no bound at all: "more than 20".</summary>
    public const decimal Open = 1e20m;

    public bool IsOpen => Low <= -Open || High >= Open;

    public bool IsPositive => Low > 0;

    public bool Meets(Bounds other) => Low <= other.High && other.Low <= High;

    /// <summary>The same without its sign.</summary>
    public Bounds Size() => Low >= 0 ? this : High <= 0 ? new(-High, -Low) : new(0, Math.Max(-Low, High));

    public Bounds Times(decimal factor) => new(Low * factor, High * factor);

    public Bounds Plus(decimal term) => new(Low + term, High + term);

    /// <summary>The divisor must be <see cref="IsPositive"/>, and this not below zero.</summary>
    public Bounds Over(Bounds divisor) => new(Low / divisor.High, High / divisor.Low);

    public static Bounds operator +(Bounds a, Bounds b) => new(a.Low + b.Low, a.High + b.High);

    public static Bounds operator -(Bounds a, Bounds b) => new(a.Low - b.High, a.High - b.Low);
}
