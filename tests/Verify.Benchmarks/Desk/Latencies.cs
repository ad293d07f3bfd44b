using System.Globalization;

namespace Verify.Benchmarks.Desk;

/// <summary>How long each of many requests took.</summary>
sealed class Latencies(IEnumerable<TimeSpan> taken)
{
    readonly TimeSpan[] ascending = [.. taken.Order()];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At(0.5):0.0}, {At(0.99):0.0}");

    double At(double quantile) => ascending[(int)(quantile * (ascending.Length - 1))].TotalMilliseconds;
}
