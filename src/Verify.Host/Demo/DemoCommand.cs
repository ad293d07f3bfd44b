using System.CommandLine;
using Spectre.Console;
using Verify.Host.Serving;
using Verify.Hosting.Settings;
using Verify.Storage;
using Verify.Workflow.Log.Notes;

namespace Verify.Host.Demo;

/// <summary><c>verify demo [--data DIR]</c></summary>
static class DemoCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = "A folder, or a container's address, that is kept. Without it the demo uses a temporary folder and removes it.",
            HelpName = "DIR",
        };
        var command = new Command("demo", "Walks one article from its arrival to verified records without a person, and checks every step in the store.") { data };
        command.SetAction((given, cancel) => RunAsync(given.GetValue(data), cancel));
        return command;
    }

    static async Task<int> RunAsync(string? data, CancellationToken cancel)
    {
        if (data is not null) return await WalkAsync(data, cancel);
        var folder = Directory.CreateTempSubdirectory("verify-demo-");
        try
        {
            return await WalkAsync(folder.FullName, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<int> WalkAsync(string address, CancellationToken cancel)
    {
        Console.WriteLine($"The store is {address}");
        var steps = new DemoSteps();
        var settings = new LogSettings(null, LogSigner.DefaultOrigin);
        using var log = settings.Signer(DataPlaces.For(address).Keys);
        var memory = settings.MemoryIn(DataPlaces.MemoryOf(address));
        var walk = await DemoWalk.RunAsync(Stores.Open(address), log, memory, steps, cancel);
        // Checked through the store opened anew, as another program would find it.
        await DemoCheck.RunAsync(Stores.Open(address), log, memory, walk, steps, cancel);
        AnsiConsole.MarkupLine(steps.Failed == 0 ? "[green]Every step is in the store.[/]" : $"[red]{steps.Failed} steps are not in the store.[/]");
        return steps.Failed == 0 ? 0 : 1;
    }
}

/// <summary>Says what was done and counts what was not.</summary>
sealed class DemoSteps
{
    public int Failed { get; private set; }

    public void Say(bool done, string what)
    {
        if (!done) Failed++;
        AnsiConsole.Markup(done ? "[green]ok  [/] " : "[red]FAIL[/] ");
        Console.WriteLine(what);
    }
}
