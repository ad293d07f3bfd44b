using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Workflow.Blobs;
using Verify.Workflow.Inbox;
using Verify.Workflow.Ports;

namespace Verify.Host.Inbox;

/// <summary>Looks into the drop container, where the store is one: this process gets no events about it. Beside a host that does, it is harmless.</summary>
sealed partial class InboxSweeper(IInboxBlobs inbox, IMediator mediator, TimeProvider clock, ILogger<InboxSweeper> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    bool isOpened;

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
            // Stopping.
        }
    }

    async Task SweepAsync(CancellationToken stopping)
    {
        try
        {
            if (!isOpened) await inbox.OpenAsync(stopping);
            isOpened = true;
            InboxSwept swept;
            do
            {
                // Nothing to wait for: a blob is there whole or not at all, and those that are written otherwise are left alone.
                swept = await mediator.Send(new SweepInbox(OlderThan: TimeSpan.Zero), stopping);
                if (swept.Articles + swept.Quarantined > 0) Swept(inbox.Container, swept.Articles, swept.Quarantined);
            }
            while (swept.HasMore && swept.Articles + swept.Quarantined > 0);
        }
        catch (StoreException silent)
        {
            CannotSweep(null, inbox.Container, silent.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            CannotSweep(defect, inbox.Container, defect.Message);
        }
    }

    [LoggerMessage(1108, LogLevel.Information, "Took {Articles} articles from the container {Container} and quarantined {Quarantined}.")]
    partial void Swept(string container, int articles, int quarantined);

    [LoggerMessage(1109, LogLevel.Warning, "The container {Container} could not be looked into; it is tried again in half a minute: {Reason}")]
    partial void CannotSweep(Exception? defect, string container, string reason);
}
