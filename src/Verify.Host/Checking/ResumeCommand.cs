using System.CommandLine;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Verify.Host.Operating;
using Verify.Host.Serving;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Storage;
using Verify.Workflow.Log.Remembering;

namespace Verify.Host.Checking;

/// <summary><c>verify log resume --reason …</c>: the log goes on from an older backup, and that stays to be seen.</summary>
static class ResumeCommand
{
    public static Command Create()
    {
        var (settings, by) = (new HostSettings(), OperatorDesk.By());
        var reason = new Option<string>("--reason") { Description = "Why; it is kept for good, signed, with who and when.", Required = true, HelpName = "WHY" };
        var command = new Command("resume", "Lets the log go on from what is in the store, although more had been signed: after a restore from an older backup, where there is no newer one. Whoever holds a newer checkpoint will see it.")
        {
            reason, by, settings.Data, settings.File,
        };
        reason.Validators.Add(given =>
        {
            if (Resumption.WhyNoReason(given.GetValueOrDefault<string>() ?? "") is { } wrong) given.AddError($"--reason {wrong}");
        });
        command.SetAction((given, cancel) => RunAsync(settings.Read(given), new(OperatorDesk.Operator(given.GetValue(by)!), given.GetValue(reason)!), cancel));
        return command;
    }

    static async Task RunAsync(DeskSettings given, ResumeLog request, CancellationToken cancel)
    {
        DataPlaces.Existing(given.Store);
        // The other secrets are not needed here.
        var settings = await (given with { SignIn = given.SignIn with { PseudonymSecret = null } }).WithSecretsAsync(new SecretPlaces(), cancel);
        if (settings.Log.FindVerifier(DataPlaces.KeysOf(settings.Store)) is null)
            throw new UserException($"The key of this desk is neither in its settings (Verify:Log:Key) nor in {DataPlaces.KeysOf(settings.Store)}. Without it nothing can be signed.");
        await using var services = new ServiceCollection().AddLogging()
            .AddDesk(settings, Stores.Open(settings.Store), DataPlaces.KeysOf(settings.Store), DataPlaces.MemoryOf(settings.Store))
            .BuildServiceProvider();
        var resumed = (await services.GetRequiredService<IMediator>().Send(request, cancel)).OrThrow();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The log goes on from {resumed.From:N0} records; {resumed.Left:N0} had been signed. {resumed.Name} says so, signed, and every check tells it."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Whoever holds a checkpoint of more than {resumed.From:N0} records will find that the log does not go on from it: tell them why before they ask."));
    }
}
