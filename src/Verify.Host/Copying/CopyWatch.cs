using System.Globalization;
using Spectre.Console;
using Verify.Storage.Copying;

namespace Verify.Host.Copying;

/// <summary>Shows on a terminal how far a copy has come; a program that reads the output gets the end alone.</summary>
static class CopyWatch
{
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    public static async Task<CopyReport> WatchAsync(StoreCopy copy, CancellationToken cancel)
    {
        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive) return await copy.RunAsync(cancel);
        return await AnsiConsole.Status().StartAsync("copying", async status =>
        {
            var running = copy.RunAsync(cancel);
            using var beat = new PeriodicTimer(Beat, TimeProvider.System);
            while (!running.IsCompleted)
            {
                status.Status(Markup.Escape(Line(copy.Progress)));
                await Task.WhenAny(running, beat.WaitForNextTickAsync(CancellationToken.None).AsTask());
            }
            return await running;
        });
    }

    static string Line(CopyProgress progress) => progress.Compared > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{progress.Title}: {progress.Compared:N0} blobs")
        : string.Create(CultureInfo.InvariantCulture, $"{progress.Title}: {progress.Written:N0} blobs, {progress.WrittenBytes:N0} bytes written");
}
