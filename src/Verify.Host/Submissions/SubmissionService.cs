using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Workflow.Blobs;
using Verify.Workflow.Submissions;

namespace Verify.Host.Submissions;

/// <summary>Tries the addresses that could not be fetched at once, at the start and then twice a minute.</summary>
sealed partial class SubmissionService(IMediator mediator, TimeProvider clock, ILogger<SubmissionService> log) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do await SweepAsync(stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException)
        {
            // Stopping; what was claimed is due again in a while.
        }
    }

    async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            var swept = await mediator.Send(new SweepSubmissions(), stopping);
            if (swept.Tried > 0) Swept(swept.Tried, swept.Taken, swept.GivenUp);
        }
        catch (StoreException failed)
        {
            SweepFailed(null, failed.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            SweepFailed(defect, defect.Message);
        }
    }

    [LoggerMessage(1201, LogLevel.Information, "Tried {Tried} addresses again: {Taken} were taken in, {GivenUp} were given up.")]
    partial void Swept(int tried, int taken, int givenUp);

    [LoggerMessage(1202, LogLevel.Warning, "The submissions could not be swept (the next sweep is in half a minute): {Reason}")]
    partial void SweepFailed(Exception? defect, string reason);
}
