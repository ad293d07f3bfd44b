using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Storage.Indexing;
using Verify.Workflow.Blobs;

namespace Verify.Host.Names;

/// <summary>Lists the names that this host has in memory anew now and then, for what another program did in the same store.</summary>
sealed partial class NamesService(IndexedBlobs names, TimeProvider clock, ILogger<NamesService> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping)) await RefreshAsync();
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    async Task RefreshAsync()
    {
        try
        {
            await names.RefreshAsync();
        }
        catch (StoreException failed)
        {
            CannotList(failed.Message);
        }
    }

    [LoggerMessage(1601, LogLevel.Warning, "The queue could not be compared with the store; it is tried again in half a minute: {Reason}")]
    partial void CannotList(string reason);
}
