using System.CommandLine;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Verify.Host.Serving;
using Verify.Hosting;
using Verify.Storage;
using Verify.Workflow;
using Verify.Workflow.Driving;

namespace Verify.Host.Operating;

/// <summary>A desk as the commands of operators open it: its store and its rules, nothing that runs by itself.</summary>
static class OperatorDesk
{
    /// <exception cref="UserException">No desk was ever opened there.</exception>
    public static async Task<T> AskAsync<T>(HostSettings settings, ParseResult given, Func<IMediator, Task<T>> ask)
    {
        var desk = settings.Read(given);
        DataPlaces.Existing(desk.Store);
        await using var services = new ServiceCollection()
            .AddLogging().AddDeskCore(desk, Stores.Open(desk.Store))
            .AddSingleton<IWakeUps, NobodyWakes>()
            .BuildServiceProvider();
        return await ask(services.GetRequiredService<IMediator>());
    }

    /// <summary>Who did it, for the journals: the same text each time stands for the same person.</summary>
    public static Option<string> By()
    {
        var by = new Option<string>("--by") { Description = "Who does it, as a pseudonym of letters, digits and hyphens: it stays in the store.", HelpName = "WHO", DefaultValueFactory = _ => "console" };
        by.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is not { Length: >= 1 and <= 64 } who || !who.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
                given.AddError("--by takes 1 to 64 letters, digits and hyphens.");
        });
        return by;
    }

    public static Actor Operator(string by) => new(by, Role.Operator);

    /// <summary>What is due is marked in the store, where the desk finds it when it starts.</summary>
    sealed class NobodyWakes : IWakeUps
    {
        public ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default) => ValueTask.CompletedTask;
    }
}
