using System.CommandLine;
using System.Globalization;
using Verify.Host.Serving;
using Verify.Workflow.Quarantine;

namespace Verify.Host.Operating;

/// <summary><c>verify quarantine list|release ID|discard ID --reason …</c>: what was refused at doors nobody waits at.</summary>
static class QuarantineCommand
{
    const int AtOnce = 200;

    public static Command Create() => new("quarantine", "Shows, releases or discards what was refused.") { List(), Release(), Discard() };

    static Command List()
    {
        var settings = new HostSettings();
        var command = new Command("list", "Lists refused inputs, each with its reason.") { settings.Data, settings.File };
        command.SetAction(async (given, cancel) =>
        {
            var count = 0;
            for (string? cursor = null; ;)
            {
                var after = cursor;
                var page = (await OperatorDesk.AskAsync(settings, given, desk => desk.Send(new ListQuarantine(after, AtOnce), cancel))).OrThrow();
                foreach (var input in page.Items) Console.WriteLine(Line(input));
                count += page.Items.Length;
                if ((cursor = page.Next) is null) break;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} in quarantine."));
        });
        return command;
    }

    static string Line(QuarantinedInput input)
    {
        var from = input.Source.Address ?? input.Source.Name;
        var bytes = input.Bytes is { } held ? string.Create(CultureInfo.InvariantCulture, $"{held:N0} bytes") : "no bytes kept";
        return string.Create(CultureInfo.InvariantCulture, $"{input.Id}  {input.At:u}  {input.Source.Door}{(from is null ? "" : $" {from}")}  {bytes}  {input.Code}: {input.Reason}");
    }

    static Command Release()
    {
        var (id, settings, by) = (Id(), new HostSettings(), OperatorDesk.By());
        var command = new Command("release", "Sends a refused input through the door again. It leaves the quarantine when its article is stored.") { id, by, settings.Data, settings.File };
        command.SetAction(async (given, cancel) =>
        {
            var released = (await OperatorDesk.AskAsync(
                settings, given, desk => desk.Send(new ReleaseInput(given.GetValue(id)!, OperatorDesk.Operator(given.GetValue(by)!)), cancel))).OrThrow();
            Console.WriteLine(released.Article is { } article
                ? $"It is article {article}. A desk searches it when it starts; one that runs meanwhile over Azure, within a minute."
                : $"Its address could not be fetched: {released.Waiting!.Problem?.Message} The desk tries again, and the input stays in quarantine.");
        });
        return command;
    }

    static Command Discard()
    {
        var (id, settings, by) = (Id(), new HostSettings(), OperatorDesk.By());
        var reason = new Option<string>("--reason") { Description = "Why; it is kept, with who and when.", Required = true };
        var command = new Command("discard", "Removes the bytes of a refused input for good.") { id, reason, by, settings.Data, settings.File };
        command.SetAction(async (given, cancel) =>
        {
            var end = (await OperatorDesk.AskAsync(settings, given, desk => desk.Send(
                new DiscardInput(given.GetValue(id)!, OperatorDesk.Operator(given.GetValue(by)!), given.GetValue(reason)!), cancel))).OrThrow();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Discarded by {end.By} at {end.At:u}: {end.Reason}"));
        });
        return command;
    }

    static Argument<string> Id() => new("ID") { Description = "As \"verify quarantine list\" shows it." };
}
