using System.Diagnostics.Metrics;
using Verify.Workflow.Blobs;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Telemetry;

/// <summary>
/// What waits and what stands still, read from names alone. A gauge answers from the last reading and asks nothing of the store, so that a
/// collector never waits for it; after a reading that failed it answers nothing.
/// </summary>
public sealed class BacklogGauges : IDisposable
{
    readonly Meter meter = new(DeskMetrics.MeterName);
    readonly IBlobs blobs;
    readonly TimeProvider clock;
    volatile Backlog? last;

    public BacklogGauges(IBlobs blobs, TimeProvider clock)
    {
        (this.blobs, this.clock) = (blobs, clock);
        meter.CreateObservableGauge("verify.queue.waiting", Waiting, "{claim}", "Claims that wait for a reviewer.");
        meter.CreateObservableGauge("verify.queue.age", Age, "s", "How long the oldest of them has waited.");
        meter.CreateObservableGauge("verify.process.stalled", Stalled, "{process}", "Articles and reviews that were given up after many tries and wait for a person.");
        meter.CreateObservableGauge("verify.notices.failed", FailedNotices, "{notice}", "Notices that could not be delivered and wait for an operator.");
    }

    /// <summary>Reads the names anew. Costs one listing of the queue.</summary>
    /// <exception cref="StoreException">The store does not answer.</exception>
    public async Task ReadAsync(CancellationToken cancel = default)
    {
        try
        {
            last = await BacklogAsync(cancel);
        }
        catch
        {
            last = null;
            throw;
        }
    }

    public void Dispose() => meter.Dispose();

    async Task<Backlog> BacklogAsync(CancellationToken cancel)
    {
        int waiting = 0, escalated = 0, stalled = 0, notices = 0;
        DateTimeOffset? oldest = null;
        await foreach (var name in blobs.ListAsync(ReviewQueue.Prefix, cancel: cancel))
        {
            if (ReviewQueue.OpenedAt(name) is not { } opened) continue;
            if (name.StartsWith(ReviewQueue.HeadPrefix, StringComparison.Ordinal)) escalated++;
            else waiting++;
            if (oldest is null || opened < oldest) oldest = opened;
        }
        await foreach (var _ in blobs.ListAsync(StalledMarks.Prefix, cancel: cancel)) stalled++;
        await foreach (var _ in blobs.ListAsync(DeliveryBlobs.FailedPrefix, cancel: cancel)) notices++;
        return new(waiting, escalated, oldest, stalled, notices);
    }

    IEnumerable<Measurement<long>> Waiting() => last is { } now
        ? [new(now.Waiting, new KeyValuePair<string, object?>("verify.escalated", false)), new(now.Escalated, new KeyValuePair<string, object?>("verify.escalated", true))]
        : [];

    IEnumerable<Measurement<double>> Age() => last is { } now
        ? [new(now.Oldest is { } oldest ? Math.Max(0, (clock.GetUtcNow() - oldest).TotalSeconds) : 0)]
        : [];

    IEnumerable<Measurement<long>> Stalled() => last is { } now ? [new(now.Stalled)] : [];

    IEnumerable<Measurement<long>> FailedNotices() => last is { } now ? [new(now.FailedNotices)] : [];

    sealed record Backlog(int Waiting, int Escalated, DateTimeOffset? Oldest, int Stalled, int FailedNotices);
}
