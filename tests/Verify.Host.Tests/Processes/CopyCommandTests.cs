using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Verify.Storage.Folders;

namespace Verify.Host.Tests.Processes;

/// <summary><c>verify store copy</c> as a program: killed at any point, refused where it must be, and a desk that goes on over the copy.</summary>
public sealed class CopyCommandTests : IDisposable
{
    const int Articles = 150;
    const int Kills = 6;

    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-copy-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    string From => Path.Combine(data.FullName, "from");

    string To => Path.Combine(data.FullName, "to");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task A_desk_that_began_in_one_folder_goes_on_in_another_with_the_same_people()
    {
        Directory.CreateDirectory(From);
        await File.WriteAllTextAsync(Path.Combine(From, "verify.json"), """{"Verify":{"Review":{"UndoWindow":"00:00:00"}}}""", Cancel);
        string person;
        using (var host = await HostProcess.StartAsync(From, Cancel))
        {
            person = await PersonAsync(host);
            host.Kill();
        }
        await File.WriteAllTextAsync(Path.Combine(From, "inbox", "late.txt"), "Pasar ramai.", Cancel);

        var (code, output, _) = await CopyAsync(From, To);
        Assert.True(code == 0, output);
        Assert.Contains(" 0 differences", output, StringComparison.Ordinal);
        Assert.Contains("inbox/ (1 waiting)", output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(From, ".keys", "pseudonyms.key"), output, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(From, ".keys", "log.key"), output, StringComparison.Ordinal);
        Assert.Equal([".store", "articles", "due", "journals", "queue"], Directory.GetFileSystemEntries(To).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        Directory.CreateDirectory(Path.Combine(To, ".keys"));
        File.Copy(Path.Combine(From, ".keys", "pseudonyms.key"), Path.Combine(To, ".keys", "pseudonyms.key"));
        using var goesOn = await HostProcess.StartAsync(To, Cancel);
        Assert.Equal(person, await PersonAsync(goesOn));
        var claim = (await goesOn.Client.GetFromJsonAsync<JsonElement>("/api/claims?state=open", Cancel)).GetProperty("items")[0].GetProperty("id").GetString();
        using var shown = await goesOn.Client.GetAsync($"/api/claims/{claim}", Cancel);
        using var approval = new HttpRequestMessage(HttpMethod.Post, $"/api/claims/{claim}/decisions")
        {
            Content = JsonContent.Create(new { id = "decision-1", judgement = "approve", verdict = new { rating = 4 } }),
            Headers = { { "If-Match", shown.Headers.ETag!.ToString() } },
        };
        using var answer = await goesOn.Client.SendAsync(approval, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Patience.UntilAsync(async () => (await goesOn.Client.GetFromJsonAsync<JsonElement>($"/api/claims/{claim}", Cancel)).GetProperty("state").GetString() == "published");
    }

    [Fact]
    public async Task A_copy_that_is_killed_again_and_again_ends_whole()
    {
        await SeedAsync();
        var held = Files(From);
        var (random, cutOff) = (new Random(20260302), 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            var enough = CountThere() + random.Next(1, held.Count / Kills);
            using var copy = HostProcess.Start("store", "copy", From, To);
            using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
            while (!copy.HasExited && CountThere() < enough) await look.WaitForNextTickAsync(Cancel);
            if (!copy.HasExited) copy.Kill(entireProcessTree: true);
            await copy.WaitForExitAsync(Cancel);
            if (CountThere() is > 0 and var there && there < held.Count) cutOff++;
        }
        Assert.True(cutOff > 0, "No copy was cut off in its middle.");

        var (code, output, _) = await CopyAsync(From, To);
        Assert.True(code == 0, output);
        Assert.Contains($"{held.Count} blobs, ", output, StringComparison.Ordinal);
        Assert.Equal(held, Files(To));
    }

    [Fact]
    public async Task Other_bytes_in_the_copy_are_named_and_left_and_the_program_says_so_by_its_exit_code()
    {
        await SeedAsync(articles: 2);
        await new FolderBlobs(To).CreateAsync("articles/0/raw", "other"u8.ToArray(), Cancel);
        var (code, output, _) = await CopyAsync(From, To);
        Assert.Equal(1, code);
        Assert.Contains("DIFFERENT articles/0/raw differs from byte 0 on.", output, StringComparison.Ordinal);
        Assert.Contains(" 1 differences", output, StringComparison.Ordinal);
        Assert.Equal("other", await File.ReadAllTextAsync(Path.Combine(To, "articles", "0", "raw"), Cancel));
    }

    [Theory]
    [InlineData("{0}/nowhere", "{0}/to", "There is no desk in FROM")]
    [InlineData("{0}/from", "{0}/from/", "are one folder")]
    [InlineData("{0}/from", "{0}/from/copy", "lies in the other")]
    [InlineData("{0}/from", "http://desk.blob.core.windows.net/verify?sig=secret", "only https is spoken")]
    [InlineData("{0}/from", "http://127.0.0.1:9/devstoreaccount1/verify", "could not be reached")]
    public async Task Where_it_cannot_be_copied_the_program_says_why_and_makes_nothing(string from, string to, string why)
    {
        await SeedAsync(articles: 1);
        var (code, output, error) = await CopyAsync(string.Format(from, data.FullName), string.Format(to, data.FullName));
        Assert.Equal(1, code);
        Assert.StartsWith("verify: ", error, StringComparison.Ordinal);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.Equal(["from"], data.GetFileSystemInfos().Select(entry => entry.Name));
        Assert.False(Directory.Exists(Path.Combine(From, "copy")));
    }

    /// <summary>Blobs of every kind in numbers; the copy reads no journal.</summary>
    async Task SeedAsync(int articles = Articles)
    {
        var store = new FolderBlobs(From, new() { Flush = false });
        for (var n = 0; n < articles; n++)
        {
            await store.CreateAsync($"articles/{n}/raw", Encoding.UTF8.GetBytes(new string('r', 10_000 + n)), Cancel);
            await store.AppendAsync($"journals/review/{n}-1", Encoding.UTF8.GetBytes($"{{\"of\":{n}}}\n{{\"and\":{n}}}\n"), 0, Cancel);
            await store.AppendAsync($"journals/article/{n}", Encoding.UTF8.GetBytes($"{{\"of\":{n}}}\n"), 0, Cancel);
            await store.CreateAsync($"due/202603020800/{n}", ReadOnlyMemory<byte>.Empty, Cancel);
        }
        var lines = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 999) + "\n", 4000)));
        for (var n = 0; n < 3; n++) await store.AppendAsync("journals/review/large", lines, n * lines.Length, Cancel);
    }

    int CountThere() => Directory.Exists(To) ? Files(To, withBytes: false).Count : 0;

    static Dictionary<string, string> Files(string folder, bool withBytes = true) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file))
        .Where(file => !file.StartsWith('.'))
        .ToDictionary(file => file, file => withBytes ? Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file)))) : "");

    static Task<(int Code, string Out, string Error)> CopyAsync(string from, string to) => HostProcess.RunAsync([], "store", "copy", from, to);

    static async Task<string> PersonAsync(HostProcess host) => (await host.Client.GetFromJsonAsync<JsonElement>("/api/session", Cancel)).GetProperty("id").GetString()!;
}
