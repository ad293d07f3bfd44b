using System.CommandLine;
using System.Globalization;
using Verify.Host.Serving;
using Verify.Workflow.Rebuilding;

namespace Verify.Host.Operating;

/// <summary><c>verify rebuild</c>: everything that is derived is made anew from the journals.</summary>
static class RebuildCommand
{
    public static Command Create()
    {
        var settings = new HostSettings();
        var command = new Command("rebuild", "Makes queue, due marks, leases, lists of what is closed, stalled marks and reviewers' agreement anew from the journals. Where all is right nothing changes.")
        {
            settings.Data, settings.File,
        };
        command.SetAction(async (given, cancel) =>
        {
            Console.WriteLine("Stop the desk first: one that runs loses nothing by this, and takes up a mark that was missing within half a minute of its time.");
            return Tell(await OperatorDesk.AskAsync(settings, given, desk => desk.Send(new Rebuild(), cancel)));
        });
        return command;
    }

    static int Tell(Rebuilt rebuilt)
    {
        foreach (var folder in rebuilt.Folders)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder.Prefix,-11} {folder.Right,9:N0} right {folder.Written,9:N0} written {folder.Removed,9:N0} removed"));
        foreach (var journal in rebuilt.Unreadable) Console.WriteLine($"UNREADABLE {journal} What is derived from it was left as it is.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rebuilt.Articles:N0} articles and {rebuilt.Reviews:N0} reviews were read; {rebuilt.Unreadable.Length:N0} journals cannot be."));
        return rebuilt.Unreadable.IsEmpty ? 0 : 1;
    }
}
