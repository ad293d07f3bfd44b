using System.Globalization;

namespace Verify.Benchmarks.Desk;

/// <param name="AtRest">Bytes in memory before the first request.</param>
/// <param name="Peak">The most bytes in memory, ever.</param>
sealed record DeskFigures(
    int Open, TimeSpan Start, long AtRest, long Peak, Latencies Page, Latencies PageAfter, Latencies Lease, Latencies Decision, double AcknowledgedPerSecond, double QueuedPerSecond)
{
    public const string Heading = """
        | claims that wait | ready, s | memory at the start and at most, MB | first page p50, p99 ms | with leases | lease | decision | articles acknowledged, a second | articles queued, a second |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Open:N0} | {Start.TotalSeconds:0.00} | {AtRest / 1e6:0}, {Peak / 1e6:0} | {Page} | {PageAfter} | {Lease} | {Decision} | {AcknowledgedPerSecond:0} | {QueuedPerSecond:0} |");
}
