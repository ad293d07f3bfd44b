using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Workflow.Audit;
using Verify.Workflow.Blobs;

namespace Verify.Hosting;

/// <summary>Writes the audit log every second; what is noted at the very end the log writes itself when it is disposed.</summary>
sealed partial class AuditService(AuditLog audit, TimeProvider clock, ILogger<AuditService> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping)) await WriteAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    async Task WriteAsync(CancellationToken stopping)
    {
        try
        {
            await audit.WriteAsync(stopping);
        }
        catch (StoreException failed)
        {
            CannotWrite(failed.Message);
        }
    }

    [LoggerMessage(2101, LogLevel.Warning, "The audit log could not be written; it waits and is tried again in a second: {Reason}")]
    partial void CannotWrite(string reason);
}
