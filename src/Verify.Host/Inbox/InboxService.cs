using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Verify.Host.Inbox;

/// <summary>
/// Scans the inbox ten times a second. Looking is cheap and works on every file system; notifications are not sent by network drives and
/// tell nothing of a file that stands still.
/// </summary>
sealed partial class InboxService(InboxFolder inbox, TimeProvider clock, ILogger<InboxService> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping)) await ScanAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    async Task ScanAsync(CancellationToken stopping)
    {
        try
        {
            await inbox.ScanAsync(stopping);
        }
        catch (IOException gone)
        {
            CannotSee(gone.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            ScanFailed(defect);
        }
    }

    [LoggerMessage(1105, LogLevel.Error, "The inbox could not be scanned; it is tried again.")]
    partial void ScanFailed(Exception defect);

    [LoggerMessage(1106, LogLevel.Warning, "The inbox cannot be looked at; it is tried again: {Reason}")]
    partial void CannotSee(string reason);
}
