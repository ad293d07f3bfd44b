using System.Diagnostics;
using System.Globalization;
using System.Text;
using Verify.Storage.Crasher;
using Verify.Storage.Folders;

namespace Verify.Storage.Tests.Folders;

/// <summary>Real processes on one real folder, killed for real.</summary>
public sealed class CrashTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly HashSet<string> created = [];
    readonly List<string> appended = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Whatever_was_acknowledged_before_a_kill_is_there_whole_and_once()
    {
        var random = new Random();
        for (var round = 0; round < 20; round++)
        {
            await Task.WhenAll(
                RunAsync($"{round}left", rounds: 1_000_000, killAfter: random.Next(1, 40)),
                RunAsync($"{round}right", rounds: 1_000_000, killAfter: random.Next(1, 40)));
            await CheckAsync();
        }
    }

    [Fact]
    public async Task Two_processes_at_once_lose_and_double_nothing()
    {
        await Task.WhenAll(RunAsync("left", rounds: 30, killAfter: null), RunAsync("right", rounds: 30, killAfter: null));

        Assert.Equal((60, 120), (created.Count, appended.Count));
        await CheckAsync();
    }

    async Task RunAsync(string worker, int rounds, int? killAfter)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Verify.Storage.Crasher.dll"), folder.Path, worker, rounds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;
        for (var lines = 1; await process.StandardOutput.ReadLineAsync(Cancel) is { } line; lines++)
        {
            Acknowledge(line.Split(' '));
            if (lines == killAfter)
                process.Kill();
        }
        await process.WaitForExitAsync(Cancel);
        Assert.Equal(killAfter is null, process.ExitCode == 0);
    }

    void Acknowledge(string[] said)
    {
        lock (created)
        {
            if (said[0] == "created")
                Assert.True(created.Add(said[1]));
            else if (said[0] == "appended")
                appended.Add(said[1]);
        }
    }

    async Task CheckAsync()
    {
        var store = new FolderBlobs(folder.Path);
        var found = new HashSet<string>();
        await foreach (var name in store.ListAsync("", null, Cancel))
        {
            var text = Encoding.ASCII.GetString((await store.ReadAsync(name, Cancel))!.Content.Span);
            foreach (var part in name.StartsWith("journals/", StringComparison.Ordinal) ? text.TrimEnd('\n').Split('\n') : [text])
            {
                var label = Sealed.Read(part);
                Assert.True(label is not null, $"{name} holds something half-written.");
                found.Add($"{name.Split('/')[0]} {label}");
            }
            if (name == "journals/shared" || name == "journals/pairs")
                Assert.Equal(text.Count(letter => letter == '\n'), text.Split('\n').Distinct().Count() - 1);
            if (name == "journals/pairs")
                Assert.True(text.Count(letter => letter == '\n') % 2 == 0, "A pair of lines was torn.");
        }
        Assert.All(created, label => Assert.Contains($"records {label}", found));
        Assert.All(appended, label => Assert.Contains($"journals {label}", found));
    }
}
