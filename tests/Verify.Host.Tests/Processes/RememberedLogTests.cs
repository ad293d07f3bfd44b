using System.Net;

namespace Verify.Host.Tests.Processes;

/// <summary>What somebody can do to the store of a desk with a knife: the program that is started over it says so, and signs nothing.</summary>
public sealed class RememberedLogTests : IDisposable
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-remembered-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Store => Path.Combine(data.FullName, "desk");

    string Kept => Path.Combine(data.FullName, "kept-checkpoint");

    string Memory => Path.Combine(data.FullName, "memory");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task A_log_that_was_erased_with_what_tells_of_a_record_is_not_begun_anew_until_an_operator_says_so()
    {
        await RunAsync(0, "demo", "--data", Store);
        File.Copy(Path.Combine(Store, "log", "checkpoint"), Kept);
        var record = Directory.GetFiles(Path.Combine(Store, "records", "2026"), "*.json", SearchOption.AllDirectories)[0];
        var claim = System.Text.Json.JsonDocument.Parse(await File.ReadAllBytesAsync(record, Cancel)).RootElement.GetProperty("claim").GetString();
        File.Delete(record);
        File.Delete(Path.Combine(Store, "journals", "review", $"{claim}+lines"));
        Directory.Delete(Path.Combine(Store, "log"), recursive: true);
        Directory.Delete(Path.Combine(Store, "records", "checkpoints"), recursive: true);

        Assert.Contains("that its log holds 2 records, and log/checkpoint is not there", await RefusalAsync(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Store, "log", "checkpoint")));
        Assert.Contains($"BROKEN {Path.Combine(Store, ".keys", "log-head")} is a checkpoint of 2 records, and log/checkpoint is of 0", await RunAsync(1, "log", "check", "--data", Store), StringComparison.Ordinal);

        Assert.Contains("--reason", await RunAsync(1, "log", "resume", "--data", Store), StringComparison.Ordinal);
        Assert.Contains("The log goes on from 0 records; 2 had been signed.", await RunAsync(0, "log", "resume", "--data", Store, "--reason", "disk lost"), StringComparison.Ordinal);
        Assert.Contains("there is nothing to resume", await RunAsync(1, "log", "resume", "--data", Store, "--reason", "disk lost"), StringComparison.Ordinal);
        using (var host = await HostProcess.StartAsync(Store, Cancel))
            await Patience.UntilAsync(async () => (await host.Client.GetAsync("/api/log/checkpoint", Cancel)).StatusCode == HttpStatusCode.OK);
        var checkedNow = await RunAsync(0, "log", "check", "--data", Store);
        Assert.Contains("says that console let the log go on from 0 records at", checkedNow, StringComparison.Ordinal);
        Assert.Contains("when 2 had been signed: disk lost", checkedNow, StringComparison.Ordinal);
        Assert.Contains("left behind on purpose", await RunAsync(1, "log", "check", "--data", Store, "--since", Kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_folder_that_was_put_back_is_told_by_a_memory_that_lies_elsewhere()
    {
        await RunAsync(0, "demo", "--data", Store);
        using (await HostProcess.StartAsync(Store, Cancel, ("Verify__Log__Memory", Memory)))
            await Patience.UntilAsync(() => Task.FromResult(File.Exists(Path.Combine(Memory, "log-head"))));
        foreach (var folder in Directory.GetDirectories(Store))
            if (Path.GetFileName(folder) != ".keys") Directory.Delete(folder, recursive: true);
        File.Delete(Path.Combine(Store, ".keys", "log-head")); // put back with the rest
        Assert.Contains($"{Path.Combine(Memory, "log-head")}) that its log holds 2 records", await RefusalAsync(("Verify__Log__Memory", Memory)), StringComparison.Ordinal);
    }

    /// <summary>Serves until the log says that it is not sealed.</summary>
    async Task<string> RefusalAsync(params (string, string)[] environment)
    {
        using var process = HostProcess.Start(environment, "--data", Store, "--port", "0");
        try
        {
            while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
                if (line.Contains("[1402]", StringComparison.Ordinal)) return line;
            throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Cancel));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(Cancel);
        }
    }

    static async Task<string> RunAsync(int code, params string[] arguments)
    {
        var (ended, said, error) = await HostProcess.RunAsync([], arguments);
        Assert.True(ended == code, $"{string.Join(' ', arguments)} ended with {ended}: {said}{error}");
        Assert.DoesNotContain("   at ", said + error, StringComparison.Ordinal);
        return said + error;
    }
}
