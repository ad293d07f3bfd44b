using System.CommandLine;
using Verify.Host.Checking;
using Verify.Host.Copying;
using Verify.Host.Demo;
using Verify.Host.Extracting;
using Verify.Host.Operating;
using Verify.Host.Serving;
using Verify.Hosting.Settings;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log;

namespace Verify.Host;

/// <summary>The program <c>verify</c>: without a command it serves.</summary>
static class CommandLine
{
    const string TraceVariable = "VERIFY_TRACE";

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Verify finds the quantitative claims in articles, puts each before a reviewer, and keeps the verified records.");
        ServeCommand.AddTo(root);
        root.Subcommands.Add(ExtractCommand.Create());
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(LinkCommand.Create());
        root.Subcommands.Add(SettingsCommand.Create());
        root.Subcommands.Add(StoreCommand.Create());
        root.Subcommands.Add(RebuildCommand.Create());
        root.Subcommands.Add(QuarantineCommand.Create());
        root.Subcommands.Add(NoticesCommand.Create());
        root.Subcommands.Add(EraseCommand.Create());
        root.Subcommands.Add(RereadCommand.Create());
        root.Subcommands.Add(LogCommand.Create());
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        // IOException: what was written to is closed or full. InvalidDataException: a file of keys holds none.
        catch (Exception failed) when (failed is UserException or SettingsException or StoreException or LogException or IOException or InvalidDataException)
        {
            await Console.Error.WriteLineAsync($"verify: {failed.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130; // Ctrl+C
        }
        catch (Exception defect) when (Environment.GetEnvironmentVariable(TraceVariable) is null or "")
        {
            await Console.Error.WriteLineAsync($"verify: this should not have happened: {defect.Message} ({defect.GetType().Name}). With {TraceVariable}=1 set, the whole trace is shown: please report it.");
            return 70; // EX_SOFTWARE of sysexits.h
        }
    }
}

/// <summary>Something the person at the terminal can mend; the message says what and how.</summary>
sealed class UserException(string message) : Exception(message);
