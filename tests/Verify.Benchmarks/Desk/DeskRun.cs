using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Verify.Benchmarks.Desk;

/// <summary>One folder, one program, every figure in turn.</summary>
static class DeskRun
{
    const int Senders = 16;

    static readonly TimeProvider Clock = TimeProvider.System;

    public static async Task<DeskFigures> MeasureAsync(string? program, string data, int open, int requests, int articles)
    {
        var waiting = Directory.Exists(data) ? 0 : await OpenClaims.MakeAsync(data, open);
        using (var sync = Process.Start("sync")) await sync.WaitForExitAsync(); // what was sown is not flushed while others are measured
        using var desk = await RunningDesk.StartAsync(data, program);
        var app = desk.Client;
        var atRest = desk.Memory.Now;
        waiting = await Intake.WaitingAsync(app);

        await TimeAsync(requests / 10, async _ => await FirstPageAsync(app)); // the program is warm from here
        var page = await TimeAsync(requests, async _ => await FirstPageAsync(app));
        var claims = await ClaimsAsync(app, requests);
        var lease = await TimeAsync(claims.Count, async at => await LeaseAsync(app, claims[at]));
        var shown = new List<string>();
        foreach (var claim in claims) shown.Add(await ShownAsync(app, claim));
        var decision = await TimeAsync(claims.Count, async at => await DecideAsync(app, claims[at], shown[at]));
        var pageAfter = await TimeAsync(requests / 2, async _ => await FirstPageAsync(app));

        var before = await Intake.WaitingAsync(app);
        var begun = Clock.GetTimestamp();
        // Others than those that were sown, and than those of a run before over the same folder.
        await Intake.SendAsync(app, Random.Shared.Next(1_000_000, 300_000_000), articles, Senders);
        var acknowledged = Clock.GetElapsedTime(begun);
        await Intake.QueuedAsync(app, before + articles * Intake.ClaimsEach);
        var queued = Clock.GetElapsedTime(begun);
        return new(waiting, desk.Start, atRest, desk.Memory.Peak, page, pageAfter, lease, decision, articles / acknowledged.TotalSeconds, articles / queued.TotalSeconds);
    }

    static async Task<Latencies> TimeAsync(int count, Func<int, Task> ask)
    {
        var taken = new TimeSpan[count];
        for (var i = 0; i < count; i++)
        {
            var begun = Clock.GetTimestamp();
            await ask(i);
            taken[i] = Clock.GetElapsedTime(begun);
        }
        return new(taken);
    }

    static async Task FirstPageAsync(HttpClient app)
    {
        using var answer = await app.GetAsync(new Uri("api/claims?limit=50", UriKind.Relative));
        await ExpectAsync(answer);
        await answer.Content.ReadAsByteArrayAsync();
    }

    static async Task<List<string>> ClaimsAsync(HttpClient app, int count)
    {
        var (ids, next) = (new List<string>(), "api/claims?limit=200");
        while (ids.Count < count)
        {
            var answer = await app.GetFromJsonAsync<JsonElement>(new Uri(next, UriKind.Relative));
            ids.AddRange(answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (!answer.TryGetProperty("next", out var cursor) || cursor.GetString() is not { } more) break;
            next = $"api/claims?limit=200&cursor={Uri.EscapeDataString(more)}";
        }
        return [.. ids.Take(count / 2)]; // the others stay open
    }

    static async Task LeaseAsync(HttpClient app, string claim)
    {
        using var answer = await app.PostAsync(new Uri($"api/claims/{claim}/lease", UriKind.Relative), null);
        await ExpectAsync(answer);
    }

    static async Task<string> ShownAsync(HttpClient app, string claim)
    {
        using var answer = await app.GetAsync(new Uri($"api/claims/{claim}", UriKind.Relative));
        await ExpectAsync(answer);
        return answer.Headers.ETag!.ToString();
    }

    static async Task DecideAsync(HttpClient app, string claim, string shown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"api/claims/{claim}/decisions", UriKind.Relative));
        request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(shown));
        request.Content = JsonContent.Create(new { id = Guid.NewGuid().ToString("N"), judgement = "approve", verdict = new { rating = 4 } });
        using var answer = await app.SendAsync(request);
        await ExpectAsync(answer);
    }

    static async Task ExpectAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            throw new LoadException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
