using System.CommandLine;
using Verify.Storage;
using Verify.Storage.Copying;
using Verify.Workflow.Blobs;

namespace Verify.Host.Copying;

/// <summary><c>verify store copy FROM TO</c>: a desk that began in one place goes on in another.</summary>
static class CopyCommand
{
    public static Command Create()
    {
        var from = new Argument<string>("FROM") { Description = "The desk's data folder, or its container's address. Its desk must be stopped." };
        var to = new Argument<string>("TO") { Description = "A folder or a container's address, empty or an earlier copy of the same desk." };
        var command = new Command(
            "copy", "Copies a desk into another folder or container, whole, and compares both. Nothing is overwritten; a copy that was cut off goes on when it is begun again.")
        {
            from, to,
        };
        command.SetAction((given, cancel) => RunAsync(given.GetValue(from)!, given.GetValue(to)!, cancel));
        return command;
    }

    static async Task<int> RunAsync(string from, string to, CancellationToken cancel)
    {
        if (Stores.WhyNotApart(from, to) is { } shared) throw new UserException(shared);
        var copy = new StoreCopy(Stores.Open(from), Stores.Open(to));
        if (await copy.WhyNotAsync(cancel) is { } whyNot) throw new UserException($"{whyNot} FROM is {Stores.Shown(from)}, TO is {Stores.Shown(to)}.");
        Console.WriteLine($"Copying {Stores.Shown(from)} to {Stores.Shown(to)}. The desk must be stopped meanwhile: nobody can see from here whether it is.");
        try
        {
            var report = await CopyWatch.WatchAsync(copy, cancel);
            CopyWords.Tell(report);
            CopyWords.TellWhatStays(from, await copy.WaitingAsync(cancel));
            return report.Differences == 0 ? 0 : 1;
        }
        catch (StoreException stopped)
        {
            throw new UserException($"{stopped.Message} What was copied stays; give the same command again and it goes on.");
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("verify: stopped. What was copied stays; give the same command again and it goes on.");
            throw;
        }
    }
}
