using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Verify.Host.Tests.Processes;

/// <summary><c>verify log check</c> and <c>verify log prove</c> as programs, over what the demo and a served desk leave behind.</summary>
public sealed class LogCommandTests : IDisposable
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-log-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string Store => Path.Combine(data.FullName, "desk");

    string Kept => Path.Combine(data.FullName, "kept-checkpoint");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task A_store_is_checked_with_no_desk_running_and_what_was_done_to_it_is_named()
    {
        await RunAsync(0, "demo", "--data", Store);
        File.Copy(Path.Combine(Store, "log", "checkpoint"), Kept);
        var whole = await RunAsync(0, "log", "check", "--data", Store, "--since", Kept);
        Assert.Contains("The log holds 2 records, the store 2; 1 kept checkpoints were compared.", whole, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed, removed, added outside or left out.", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("--since", whole, StringComparison.Ordinal);

        var record = Directory.GetFiles(Path.Combine(Store, "records", "2026"), "*.json", SearchOption.AllDirectories)[0];
        var bytes = await File.ReadAllBytesAsync(record, Cancel);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(record, bytes, Cancel);
        Assert.Contains($"CHANGED records/{Path.GetRelativePath(Path.Combine(Store, "records"), record)} was changed", await RunAsync(1, "log", "check", "--data", Store), StringComparison.Ordinal);
        File.Delete(record);
        Assert.Contains($"REMOVED record {Path.GetFileNameWithoutExtension(record)} is sealed in the log at index", await RunAsync(1, "log", "check", "--data", Store), StringComparison.Ordinal);
        bytes[100] ^= 1;
        await File.WriteAllBytesAsync(record, bytes, Cancel);
        await RunAsync(0, "log", "check", "--data", Store);
    }

    [Fact]
    public async Task A_key_that_is_wrong_missing_or_none_is_said_so()
    {
        await RunAsync(0, "demo", "--data", Store);
        var own = Line(await RunAsync(0, "log", "check", "--data", Store), "Its key is ");
        await RunAsync(0, "log", "check", "--data", Store, "--key", own);
        var keyFile = Path.Combine(data.FullName, "key");
        await File.WriteAllTextAsync(keyFile, own + "\n", Cancel);
        File.Delete(Path.Combine(Store, ".keys", "log.key"));
        await RunAsync(0, "log", "check", "--data", Store, "--key", keyFile);
        Assert.Contains("Give the log's public key with --key", await RunAsync(1, "log", "check", "--data", Store), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Store, ".keys", "log.key")));
        Assert.Contains("is neither a public key nor a file", await RunAsync(1, "log", "check", "--data", Store, "--key", "verify+00"), StringComparison.Ordinal);
        const string stranger = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
        Assert.Contains("BROKEN log/checkpoint is not signed by the key example.com/foo+530d903a", await RunAsync(1, "log", "check", "--data", Store, "--key", stranger), StringComparison.Ordinal);
        await File.WriteAllBytesAsync(Path.Combine(Store, ".keys", "log.key"), [1, 2, 3], Cancel);
        Assert.Contains("log.key holds 3 bytes and should hold 32", await RunAsync(1, "log", "check", "--data", Store), StringComparison.Ordinal);
        Assert.Contains("There is no desk in", await RunAsync(1, "log", "check", "--data", Path.Combine(data.FullName, "nowhere")), StringComparison.Ordinal);
        Assert.Contains("There is no file", await RunAsync(1, "log", "check", "--data", Store, "--since", Path.Combine(data.FullName, "nowhere")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_served_desk_seals_what_it_publishes_and_its_proof_is_checked_without_it()
    {
        string proof = Path.Combine(data.FullName, "proof.json"), key;
        Directory.CreateDirectory(Store);
        await File.WriteAllTextAsync(Path.Combine(Store, "verify.json"), """{"Verify":{"Review":{"UndoWindow":"00:00:00","SecondReviewFrom":1}}}""", Cancel);
        using (var host = await HostProcess.StartAsync(Store, Cancel))
        {
            key = (await host.Client.GetStringAsync("/api/log/key", Cancel)).Trim();
            var id = await PublishAsync(host);
            await Patience.UntilAsync(async () =>
            {
                using var answer = await host.Client.GetAsync($"/api/log/proof?record={id}", Cancel);
                if (answer.StatusCode != HttpStatusCode.OK) return false;
                await File.WriteAllBytesAsync(proof, await answer.Content.ReadAsByteArrayAsync(Cancel), Cancel);
                return true;
            });
            await File.WriteAllTextAsync(Kept, await host.Client.GetStringAsync("/api/log/checkpoint", Cancel), Cancel);
            Assert.Contains("The log holds 1 records", await RunAsync(0, "log", "check", "--data", Store, "--key", key, "--since", Kept), StringComparison.Ordinal);
            host.Kill();
        }
        Assert.Contains("is proven: its", await RunAsync(0, "log", "prove", proof, "--key", key), StringComparison.Ordinal);
        Assert.Contains("A proof proves nothing by itself.", await RunAsync(1, "log", "prove", proof), StringComparison.Ordinal);
        Assert.Contains("is no proof", await RunAsync(1, "log", "prove", Kept, "--key", key), StringComparison.Ordinal);
        await File.WriteAllTextAsync(proof, (await File.ReadAllTextAsync(proof, Cancel)).Replace("\"index\": 0", "\"index\": 1", StringComparison.Ordinal), Cancel);
        Assert.Contains("FAILS The path does not lead", await RunAsync(1, "log", "prove", proof, "--key", key), StringComparison.Ordinal);

        var copy = Path.Combine(data.FullName, "copy");
        await RunAsync(0, "store", "copy", Store, copy);
        await RunAsync(0, "log", "check", "--data", copy, "--key", key, "--since", Kept);
    }

    static async Task<string> PublishAsync(HostProcess host)
    {
        var claim = (await host.Client.GetFromJsonAsync<JsonElement>("/api/claims?state=open", Cancel)).GetProperty("items")[0].GetProperty("id").GetString();
        using var shown = await host.Client.GetAsync($"/api/claims/{claim}", Cancel);
        using var approval = new HttpRequestMessage(HttpMethod.Post, $"/api/claims/{claim}/decisions")
        {
            Content = JsonContent.Create(new { id = "decision-1", judgement = "approve", verdict = new { rating = 4 } }),
            Headers = { { "If-Match", shown.Headers.ETag!.ToString() } },
        };
        using var answer = await host.Client.SendAsync(approval, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        string? id = null;
        await Patience.UntilAsync(async () =>
        {
            var view = await host.Client.GetFromJsonAsync<JsonElement>($"/api/claims/{claim}", Cancel);
            return view.TryGetProperty("recordId", out var record) && view.GetProperty("state").GetString() == "published" && (id = record.GetString()) is not null;
        });
        return id!;
    }

    static string Line(string output, string start) => output.Split('\n').Single(line => line.StartsWith(start, StringComparison.Ordinal))[start.Length..].Trim();

    /// <returns>What it printed, errors too.</returns>
    static async Task<string> RunAsync(int code, params string[] arguments)
    {
        var (ended, said, error) = await HostProcess.RunAsync([], arguments);
        var output = said + error;
        Assert.True(ended == code, $"{string.Join(' ', arguments)} ended with {ended}: {output}");
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        return output;
    }
}
