using System.CommandLine;
using System.Globalization;
using Verify.Host.Serving;
using Verify.Workflow.Notices.Failed;
using Verify.Workflow.Notices.People;

namespace Verify.Host.Operating;

/// <summary><c>verify notices list|retry ID|discard ID|forget PSEUDONYM</c>: what could not be delivered, and whoever is not here any more.</summary>
static class NoticesCommand
{
    const int AtOnce = 200;

    public static Command Create() => new("notices", "Shows, retries or discards notices that could not be delivered.") { List(), Retry(), Discard(), Forget() };

    static Command List()
    {
        var settings = new HostSettings();
        var command = new Command("list", "Lists notices that nobody tries any more, each with its receiver and the reason.") { settings.Data, settings.File };
        command.SetAction(async (given, cancel) =>
        {
            var count = 0;
            for (string? cursor = null; ;)
            {
                var after = cursor;
                var page = (await OperatorDesk.AskAsync(settings, given, desk => desk.Send(new ListFailedNotices(after, AtOnce), cancel))).OrThrow();
                foreach (var failed in page.Items) Console.WriteLine(Line(failed));
                count += page.Items.Length;
                if ((cursor = page.Next) is null) break;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} notices failed."));
        });
        return command;
    }

    static string Line(FailedNotice failed)
    {
        var about = failed.Claims.Length == 1 ? $"claim {failed.Claims[0]}" : string.Create(CultureInfo.InvariantCulture, $"{failed.Claims.Length:N0} claims");
        return string.Create(CultureInfo.InvariantCulture, $"{failed.Id}  {failed.At:u}  {failed.Kind} of {about}  {failed.Tries:N0} tries, the last: {failed.Problem}");
    }

    static Command Retry()
    {
        var (id, settings, by) = (Id(), new HostSettings(), OperatorDesk.By());
        var command = new Command("retry", "Has a notice tried again from the beginning.") { id, by, settings.Data, settings.File };
        command.SetAction(async (given, cancel) =>
        {
            var failed = (await OperatorDesk.AskAsync(
                settings, given, desk => desk.Send(new RetryNotice(given.GetValue(id)!, OperatorDesk.Operator(given.GetValue(by)!)), cancel))).OrThrow();
            Console.WriteLine($"It waits to be sent to {failed.Receiver}. A desk that runs sends it within a minute; any other when it starts.");
        });
        return command;
    }

    static Command Discard()
    {
        var (id, settings, by) = (Id(), new HostSettings(), OperatorDesk.By());
        var command = new Command("discard", "Removes a notice that nobody needs any more. What it told of stays in the journals.") { id, by, settings.Data, settings.File };
        command.SetAction(async (given, cancel) =>
        {
            var failed = (await OperatorDesk.AskAsync(
                settings, given, desk => desk.Send(new DiscardNotice(given.GetValue(id)!, OperatorDesk.Operator(given.GetValue(by)!)), cancel))).OrThrow();
            Console.WriteLine($"Discarded: {failed.Receiver} is not told.");
        });
        return command;
    }

    static Command Forget()
    {
        var (who, settings) = (new Argument<string>("PSEUDONYM") { Description = "As journals and \"verify notices list\" name the person." }, new HostSettings());
        who.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<string>() is not { Length: >= 1 and <= 64 } name || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'))
                given.AddError("PSEUDONYM has 1 to 64 letters, digits and hyphens.");
        });
        var command = new Command("forget", "Removes the address and the choices of somebody who left or asks for it; people do it for themselves on the page.") { who, settings.Data, settings.File };
        command.SetAction(async (given, cancel) =>
        {
            (await OperatorDesk.AskAsync(settings, given, desk => desk.Send(new ForgetContact(given.GetValue(who)!), cancel))).OrThrow();
            Console.WriteLine($"Nothing is kept of where {given.GetValue(who)} is told.");
        });
        return command;
    }

    static Argument<string> Id() => new("ID") { Description = "As \"verify notices list\" shows it." };
}
