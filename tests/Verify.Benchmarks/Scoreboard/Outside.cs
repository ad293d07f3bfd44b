using System.Diagnostics;

namespace Verify.Benchmarks.Scoreboard;

/// <summary>Runs programs beside this one.</summary>
static class Outside
{
    /// <summary>What a program printed, ends trimmed; null when it cannot be started or fails. Its complaints go where this program's go.</summary>
    public static async Task<string?> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var printed = await started.StandardOutput.ReadToEndAsync(cancel);
            await started.WaitForExitAsync(cancel);
            return started.ExitCode == 0 ? printed.Trim() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>"of commit 1a2b3c4, 2026-03-01"; with "+changes" where the tree holds what no commit does.</summary>
    /// <param name="date">Null for the date of the commit.</param>
    public static async Task<string> CommitAsync(string? date, CancellationToken cancel)
    {
        var name = await RunAsync("git", ["rev-parse", "--short", "HEAD"], cancel);
        if (name is null) return $"of no commit, {date ?? "undated"}";
        var dirty = await RunAsync("git", ["status", "--porcelain", "--untracked-files=no"], cancel) is { Length: > 0 };
        return $"of commit {name}{(dirty ? "+changes" : "")}, {date ?? await RunAsync("git", ["show", "-s", "--format=%cs", "HEAD"], cancel)}";
    }
}
