using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log;
using Verify.Workflow.Log.Sealing;

namespace Verify.Host.Sealing;

/// <summary>
/// Seals the log at the start, soon after a publication, once a minute for what another program published into the same store, and last
/// when the host stops. It is to stop after the driver, which publishes until then.
/// </summary>
sealed partial class LogService(IMediator mediator, LogBell bell, TimeProvider clock, ILogger<LogService> log) : BackgroundService
{
    /// <summary>What is published within this time is sealed together.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await SealAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                await SealAsync(stopping);
                await bell.WaitAsync(Every, clock, stopping);
                await Task.Delay(Gather, clock, stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping; what still waits is sealed at the end of it, or at the next start.
        }
    }

    async Task SealAsync(CancellationToken cancel)
    {
        try
        {
            var done = await mediator.Send(new SealLog(), cancel);
            if (done.Added > 0) Sealed(done.Added, done.Size);
        }
        catch (Exception told) when (told is StoreException or LogException)
        {
            SealFailed(null, told.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            SealFailed(defect, defect.Message);
        }
    }

    [LoggerMessage(1401, LogLevel.Information, "Sealed {Added} records into the log, which holds {Size} now.")]
    partial void Sealed(long added, long size);

    [LoggerMessage(1402, LogLevel.Error, "The log could not be sealed (it is tried again in a minute; publication goes on, and what is published waits): {Reason}")]
    partial void SealFailed(Exception? defect, string reason);
}
