using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Verify.Host.Tests.Processes;

/// <summary>The commands of operators as a program, over a desk that has run, was killed, and runs again.</summary>
public sealed class OperatorCommandTests : IDisposable
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-operators-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Delete(recursive: true);

    Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments) => HostProcess.RunAsync([], [.. arguments, "--data", data.FullName]);

    [Fact]
    public async Task A_stopped_desk_is_rebuilt_read_again_cleared_and_rid_of_an_article()
    {
        string article;
        int waiting;
        using (var host = await HostProcess.StartAsync(data.FullName, Cancel))
        {
            await File.WriteAllBytesAsync(Path.Combine(data.FullName, "inbox", "scan.pdf"), "%PDF-1.7 nothing"u8.ToArray(), Cancel);
            await Patience.UntilAsync(async () => (await StatsAsync(host)).GetProperty("quarantined").GetInt32() == 1);
            article = (await host.Client.GetFromJsonAsync<JsonElement>("/api/articles", Cancel)).GetProperty("items")[0].GetProperty("id").GetString()!;
            waiting = (await StatsAsync(host)).GetProperty("waiting").GetInt32();
            host.Kill();
        }

        Directory.Delete(Path.Combine(data.FullName, "queue"), recursive: true);
        var rebuilt = await RunAsync("rebuild");
        Assert.True(rebuilt.Code == 0, rebuilt.Error);
        Assert.Matches($@"queue/ +0 right +{waiting} written +0 removed", rebuilt.Out);
        Assert.Matches($@"queue/ +{waiting} right +0 written +0 removed", (await RunAsync("rebuild")).Out);

        Assert.Contains(" 0 claims have a new reading ", (await RunAsync("reread", "--all")).Out, StringComparison.Ordinal);

        var listed = (await RunAsync("quarantine", "list")).Out;
        Assert.Contains("inbox scan.pdf", listed, StringComparison.Ordinal);
        Assert.Contains("1 in quarantine.", listed, StringComparison.Ordinal);
        var id = listed[..64];
        var released = await RunAsync("quarantine", "release", id);
        Assert.Equal(1, released.Code);
        Assert.Contains("stays in quarantine", released.Error, StringComparison.Ordinal);
        Assert.Contains("Discarded by o-sari", (await RunAsync("quarantine", "discard", id, "--reason", "A scan.", "--by", "o-sari")).Out, StringComparison.Ordinal);
        Assert.Contains("0 in quarantine.", (await RunAsync("quarantine", "list")).Out, StringComparison.Ordinal);

        Assert.Contains("Erased by console", (await RunAsync("erase", article, "--reason", "A court's order.")).Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(data.FullName, "articles", article)) && Directory.EnumerateFiles(Path.Combine(data.FullName, "articles", article), "*", SearchOption.AllDirectories).Any());

        using var goesOn = await HostProcess.StartAsync(data.FullName, Cancel);
        using var gone = await goesOn.Client.GetAsync($"/api/articles/{article}", Cancel);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.True((await StatsAsync(goesOn)).GetProperty("waiting").GetInt32() < waiting);
    }

    [Theory]
    [InlineData("erase", "x", "--reason", "why")]
    [InlineData("reread")]
    [InlineData("reread", "0000000000000000000000000000000000000000000000000000000000000000", "--all")]
    [InlineData("quarantine", "discard", "x")]
    [InlineData("rebuild")]
    public async Task What_cannot_be_done_is_said_and_makes_nothing(params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);
        Assert.Equal(1, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Empty(data.GetFileSystemInfos());
    }

    static Task<JsonElement> StatsAsync(HostProcess host) => host.Client.GetFromJsonAsync<JsonElement>("/api/stats", Cancel);
}
