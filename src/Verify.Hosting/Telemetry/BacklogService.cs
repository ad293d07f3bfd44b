using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Workflow.Blobs;
using Verify.Workflow.Telemetry;

namespace Verify.Hosting.Telemetry;

/// <summary>Reads the backlog twice a minute, about as often as collectors ask for it.</summary>
sealed partial class BacklogService(BacklogGauges gauges, TimeProvider clock, ILogger<BacklogService> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do await ReadAsync(stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    async Task ReadAsync(CancellationToken stopping)
    {
        try
        {
            await gauges.ReadAsync(stopping);
        }
        catch (Exception failed) when (failed is not OperationCanceledException) // whatever it is, counting never stops a desk
        {
            CannotRead(failed is StoreException ? null : failed, failed.Message);
        }
    }

    [LoggerMessage(2001, LogLevel.Warning, "The queue could not be counted; it is tried again in half a minute: {Reason}")]
    partial void CannotRead(Exception? defect, string reason);
}
