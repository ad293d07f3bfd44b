using System.CommandLine;
using System.Globalization;
using Verify.Host.Serving;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Storage;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;

namespace Verify.Host.Checking;

/// <summary><c>verify log check [--data DIR] [--since FILE] [--key KEY]</c>: reads a whole store, whether its desk runs or not, and changes nothing.</summary>
static class CheckCommand
{
    public static Command Create()
    {
        var settings = new HostSettings();
        var since = new Option<string?>("--since") { Description = "A checkpoint that was kept elsewhere: the log must go on from it.", HelpName = "FILE" };
        var key = GivenKey.Option("[default: the desk's own, from its settings or its data folder]");
        var command = new Command("check", "Compares every record with the log, and the log with what was signed. Names each record that was changed, removed or added outside.")
        {
            settings.Data, settings.File, since, key,
        };
        command.SetAction((given, cancel) => RunAsync(settings.Read(given), given.GetValue(since), given.GetValue(key), cancel));
        return command;
    }

    static async Task<int> RunAsync(DeskSettings settings, string? since, string? given, CancellationToken cancel)
    {
        if (!Stores.IsContainer(settings.Store) && !Directory.Exists(settings.Store))
            throw new UserException($"There is no desk in {Path.GetFullPath(settings.Store)}. Name its folder or its container's address with --data.");
        if (since is not null && !File.Exists(since)) throw new UserException($"There is no file {since}. --since takes a checkpoint as GET /api/log/checkpoint gives it.");
        var key = given is not null ? GivenKey.Read(given) : await OwnAsync(settings, cancel);
        var old = since is null ? default(ReadOnlyMemory<byte>?) : await File.ReadAllBytesAsync(since, cancel);
        var memory = settings.Log.MemoryIn(DataPlaces.MemoryOf(settings.Store));
        var report = await new LogCheck(Stores.Open(settings.Store), key, memory).RunAsync(old, since ?? "", cancel);
        Tell(report, key, memory, old is not null);
        return report.IsWhole ? 0 : 1;
    }

    static async Task<VerifierKey> OwnAsync(DeskSettings settings, CancellationToken cancel)
    {
        // The other secrets are not needed here.
        var read = await (settings with { SignIn = settings.SignIn with { PseudonymSecret = null } }).WithSecretsAsync(new SecretPlaces(), cancel);
        return read.Log.FindVerifier(DataPlaces.KeysOf(settings.Store))
            ?? throw GivenKey.Missing($"The key of this desk is neither in its settings (Verify:Log:Key) nor in {Path.Combine(DataPlaces.KeysOf(settings.Store), "log.key")}.");
    }

    static void Tell(LogReport report, VerifierKey key, LogMemory memory, bool isSince)
    {
        Line($"The log holds {report.Size:N0} records, the store {report.Records:N0}; {report.Checkpoints:N0} kept checkpoints were compared.");
        if (report.Root is { } root) Line($"Its root is {root}.");
        Line($"Its key is {key}");
        if (report.Remembered is { } remembered) Line($"The desk remembers {remembered:N0} records ({memory.Name}).");
        foreach (var finding in report.Findings) Line($"{Word(finding.Fault)} {finding.Name} {finding.What}");
        if (!report.IsWhole) Line($"The log does not check. Change nothing in this store before it is copied; docs/operations.md says how to go on.");
        else if (report.Findings.Count(finding => finding.Fault == LogFault.NotYetSealed) is var waiting and > 0) Line($"Nothing was changed, removed or added outside; {waiting:N0} records are not yet sealed.");
        else Line($"Nothing was changed, removed, added outside or left out.");
        if (!report.IsWhole || isSince) return;
        if (report.Remembered is null)
            Line($"Store, journals and log fit together. Nothing is remembered at {memory.Name}, so that does not show a store put back to an older state, a log begun anew, or a record slipped in with a journal of its own: docs/trust.md says what --since adds.");
        else
            Line($"Store, journals and log fit together, and the log goes on from what the desk remembers. That shows no more to others than the word of whoever can write both, and no record slipped in with a journal of its own: docs/trust.md says what --since adds.");
    }

    static string Word(LogFault fault) => fault == LogFault.NotYetSealed ? "NOT YET SEALED" : fault.ToString().ToUpperInvariant();

    static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
