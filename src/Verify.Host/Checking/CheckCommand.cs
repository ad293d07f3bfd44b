using System.CommandLine;
using System.Globalization;
using Verify.Host.Serving;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Storage;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Notes;

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
        var report = await new LogCheck(Stores.Open(settings.Store), key).RunAsync(old, since ?? "", cancel);
        Tell(report, key, old is not null);
        return report.IsWhole ? 0 : 1;
    }

    static async Task<VerifierKey> OwnAsync(DeskSettings settings, CancellationToken cancel)
    {
        // The other secrets are not needed here.
        var read = await (settings with { SignIn = settings.SignIn with { PseudonymSecret = null } }).WithSecretsAsync(new SecretPlaces(), cancel);
        return read.Log.FindVerifier(DataPlaces.KeysOf(settings.Store))
            ?? throw GivenKey.Missing($"The key of this desk is neither in its settings (Verify:Log:Key) nor in {Path.Combine(DataPlaces.KeysOf(settings.Store), "log.key")}.");
    }

    static void Tell(LogReport report, VerifierKey key, bool isSince)
    {
        Line($"The log holds {report.Size:N0} records, the store {report.Records:N0}; {report.Checkpoints:N0} kept checkpoints were compared.");
        if (report.Root is { } root) Line($"Its root is {root}.");
        Line($"Its key is {key}");
        foreach (var finding in report.Findings) Line($"{Word(finding.Fault)} {finding.Name} {finding.What}");
        if (!report.IsWhole) Line($"The log does not check. Change nothing in this store before it is copied; docs/operations.md says how to go on.");
        else if (report.Findings.Length > 0) Line($"Nothing was changed, removed or added outside; {report.Findings.Length:N0} records are not yet sealed.");
        else Line($"Nothing was changed, removed, added outside or left out.");
        if (report.IsWhole && !isSince)
            Line($"Store, journals and log fit together. That does not show a store put back to an older state, a log begun anew, or a record slipped in with a journal of its own: docs/trust.md says what --since adds.");
    }

    static string Word(LogFault fault) => fault == LogFault.NotYetSealed ? "NOT YET SEALED" : fault.ToString().ToUpperInvariant();

    static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
