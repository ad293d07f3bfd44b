using Microsoft.Extensions.Logging;
using Verify.Workflow.Blobs;
using Verify.Workflow.Due;

namespace Verify.Host.Driving;

/// <summary>Tells the driver every half a minute what the marks in the store say of the next minutes.</summary>
/// <param name="found">Told each mark.</param>
/// <param name="rested">Told when a sweep has ended.</param>
sealed partial class MarkSweeper(DueMarks marks, Func<DueMark, ValueTask> found, Action rested, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>What is due later is in the store alone until a sweep finds it. Long enough for many sweeps that fail.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    readonly CancellationTokenSource stopping = new();
    ITimer? timer;
    bool isSweeping;

    public bool IsSweeping => Volatile.Read(ref isSweeping);

    /// <summary>Sweeps once, and again from now on.</summary>
    /// <returns>How many marks were found.</returns>
    /// <exception cref="StoreException">The store does not answer.</exception>
    public async Task<int> StartAsync(CancellationToken cancel)
    {
        var known = await SweepAsync(clock.GetUtcNow(), cancel);
        timer = clock.CreateTimer(_ => _ = SweepOnAsync(), null, Every, Timeout.InfiniteTimeSpan);
        return known;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (timer is not null) await timer.DisposeAsync();
        stopping.Dispose();
    }

    async Task SweepOnAsync()
    {
        Volatile.Write(ref isSweeping, true);
        try
        {
            DateTimeOffset begun;
            do
            {
                begun = clock.GetUtcNow();
                await TrySweepAsync(begun);
            }
            while (clock.GetUtcNow() - begun >= Every); // it took long, or the machine slept
            timer!.Change(Every, Timeout.InfiniteTimeSpan);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // Stopping.
        }
        finally
        {
            Volatile.Write(ref isSweeping, false);
            rested();
        }
    }

    async Task TrySweepAsync(DateTimeOffset now)
    {
        try
        {
            await SweepAsync(now, stopping.Token);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            SweepFailed(failed is StoreException ? null : failed, failed.Message);
        }
    }

    async Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var known = 0;
        await foreach (var mark in marks.ListAsync(now + Soon, cancel))
        {
            await found(mark);
            known++;
        }
        return known;
    }

    [LoggerMessage(1004, LogLevel.Warning, "The due marks could not be swept (the next sweep is in half a minute): {Reason}")]
    partial void SweepFailed(Exception? defect, string reason);
}
