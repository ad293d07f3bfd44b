using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Verify.Host.Tests.Processes;

/// <summary>The real program, really killed: articles dropped and posted, decisions made, nothing lost, nothing twice.</summary>
public sealed class KilledHost : IDisposable
{
    const int Rounds = 6;

    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-killed-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Delete(recursive: true);

    static string Article(int round) =>
        $"Dinas Pekerjaan Umum menyatakan lebih dari {40 + round} jembatan rusak akibat banjir di Kabupaten Muaralaya.\n" +
        $"Badan Penanggulangan Bencana mengatakan {1250 + round} rumah terendam sejak Senin.\n";

    [Fact]
    public async Task A_host_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing()
    {
        var random = new Random(20260302);
        var decided = new HashSet<string>();
        for (var round = 0; round < Rounds; round++)
        {
            using var host = await HostProcess.StartAsync(data.FullName, Cancel);
            await WorkAsync(host, round, decided, killAfter: random.Next(0, 40));
        }

        using var last = await HostProcess.StartAsync(data.FullName, Cancel);
        var mine = new List<string>();
        await Patience.UntilAsync(async () =>
        {
            mine = [.. (await ListAsync(last, "open")).Concat(await ListAsync(last, "published")).Where(IsMine).Select(claim => claim.GetProperty("id").GetString()!)];
            return mine.Count == 2 * Rounds && (await ListAsync(last, "decided")).Count == 0;
        });
        Assert.Equal(mine.Count, mine.Distinct().Count());
        Assert.Empty(Directory.GetFiles(Path.Combine(data.FullName, "inbox")));
        // What asks for a second reviewer waits for one, with its first decision.
        var kept = (await ListAsync(last, "published")).Concat(await ListAsync(last, "awaitingSecond"));
        Assert.Subset(kept.Select(claim => claim.GetProperty("id").GetString()!).ToHashSet(), decided);
    }

    /// <summary>Drops one article and approves what is open; notes what was acknowledged; kills the host after so many answers, in the middle of what they set going.</summary>
    async Task WorkAsync(HostProcess host, int round, HashSet<string> decided, int killAfter)
    {
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "inbox", $"{round}.txt"), Article(round), Cancel);
        if (killAfter == 0) host.Kill();
        var answers = 0;
        try
        {
            while (true)
                foreach (var claim in await ListAsync(host, "open"))
                {
                    var id = claim.GetProperty("id").GetString()!;
                    using var shown = await host.Client.GetAsync($"/api/claims/{id}", Cancel);
                    using var decision = new HttpRequestMessage(HttpMethod.Post, $"/api/claims/{id}/decisions")
                    {
                        Content = JsonContent.Create(new { id = $"decision-{round}", judgement = "approve", verdict = new { rating = 4 } }),
                        Headers = { { "If-Match", shown.Headers.ETag!.ToString() } },
                    };
                    using var answer = await host.Client.SendAsync(decision, Cancel);
                    if (answer.StatusCode == HttpStatusCode.OK) decided.Add(id);
                    if (++answers == killAfter) host.Kill();
                }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            // Killed.
        }
    }

    static bool IsMine(JsonElement claim) =>
        claim.GetProperty("text").GetString() is { } text
        && (text.Contains("jembatan rusak akibat banjir di Kabupaten Muaralaya", StringComparison.Ordinal) || text.Contains("rumah terendam sejak Senin", StringComparison.Ordinal));

    static async Task<List<JsonElement>> ListAsync(HostProcess host, string state)
    {
        var claims = new List<JsonElement>();
        for (string? next = null; ;)
        {
            var page = await host.Client.GetFromJsonAsync<JsonElement>($"/api/claims?state={state}&limit=200{(next is null ? "" : $"&cursor={Uri.EscapeDataString(next)}")}", Cancel);
            claims.AddRange(page.GetProperty("items").EnumerateArray());
            if (page.GetProperty("next") is not { ValueKind: JsonValueKind.String } more) return claims;
            next = more.GetString();
        }
    }
}
