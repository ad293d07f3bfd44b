using System.Globalization;

namespace Verify.Benchmarks.Load;

/// <param name="Latencies">From a decision to its record, ascending; empty where decisions were not followed.</param>
sealed record LoadFigures(int Claims, double WaitingPerSecond, double PublishedPerSecond, double RequestsPerClaim, IReadOnlyList<TimeSpan> Latencies)
{
    public override string ToString()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{Claims} claims: {WaitingPerSecond:0.0} a second to waiting, {PublishedPerSecond:0.0} a second published, {RequestsPerClaim:0.0} storage requests each");
        return Latencies.Count == 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{line}; decision to record p50 {At(0.5):0} ms, p99 {At(0.99):0} ms");
    }

    double At(double quantile) => Latencies[(int)(quantile * (Latencies.Count - 1))].TotalMilliseconds;
}
