using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Verify.Benchmarks.Load;

/// <summary>Sends articles to an app, waits for their claims, decides all of them, waits for their records; over the emulator, whose log tells when.</summary>
/// <param name="senders">How many requests are under way at once; with one, each decision is followed to its record.</param>
sealed class DeskLoad(LoadTarget target, HttpClient app, AccessLog log, int articles, int claimsEach, int senders)
{
    static readonly string[] Things = ["jembatan", "rumah", "sekolah", "puskesmas", "kendaraan", "kantor", "pasar", "perahu"];
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(8);
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    readonly TimeProvider clock = TimeProvider.System;
    readonly string begun = TimeProvider.System.GetUtcNow().ToString("HHmmss", CultureInfo.InvariantCulture);
    long requests;
    int run;

    int Claims => articles * claimsEach;

    /// <param name="number">Of the run: its articles are others than those of the run before.</param>
    /// <exception cref="LoadException">The app does not do what it is asked.</exception>
    public async Task<LoadFigures> RunAsync(int number)
    {
        (run, requests) = (number, 0);
        log.ReadOn();
        var start = clock.GetTimestamp();
        await EachAsync(Enumerable.Range(0, articles), SubmitAsync);
        await SeenAsync(target.Waiting, Claims);
        var waiting = clock.GetElapsedTime(start);
        await SettleAsync();

        var decisions = new List<(string Id, string? Shown)>();
        foreach (var id in await ListAsync()) decisions.Add((id, target.AsksForWhatWasShown ? await ShownAsync(id) : null));
        await Task.Delay(Quiet, clock);
        log.ReadOn(); // what was read to decide by is the reviewer's, not the claim's

        var latencies = new List<TimeSpan>();
        start = clock.GetTimestamp();
        if (senders == 1)
        {
            foreach (var decision in decisions) latencies.Add(await FollowAsync(decision));
        }
        else
        {
            await EachAsync(decisions, DecideAsync);
            await SeenAsync(target.Record, Claims);
        }
        var published = clock.GetElapsedTime(start);
        await SettleAsync();
        return new(Claims, Claims / waiting.TotalSeconds, Claims / published.TotalSeconds, (double)requests / Claims, [.. latencies.Order()]);
    }

    async Task SubmitAsync(int article)
    {
        var text = new StringBuilder();
        for (var i = 0; i < claimsEach; i++)
            text.AppendLine(CultureInfo.InvariantCulture, $"Dinas Pekerjaan Umum Kabupaten Muara {begun}-{run}-{article} menyatakan lebih dari {40 + (article * 7 + i * 13) % 900} {Things[i % Things.Length]} rusak akibat banjir.");
        using var answer = await app.PostAsync(new Uri("api/articles", UriKind.Relative), new StringContent(text.ToString(), Encoding.UTF8, "text/plain"));
        await ExpectAsync(answer);
    }

    async Task<IReadOnlyList<string>> ListAsync()
    {
        var (ids, page) = (new List<string>(), "api/claims?limit=200");
        while (true)
        {
            var answer = await app.GetFromJsonAsync<JsonElement>(new Uri(page, UriKind.Relative));
            ids.AddRange(answer.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            if (!answer.TryGetProperty("next", out var next) || next.GetString() is not { } cursor || ids.Count >= Claims) return [.. ids.Take(Claims)];
            page = $"api/claims?limit=200&cursor={Uri.EscapeDataString(cursor)}";
        }
    }

    async Task<string?> ShownAsync(string id)
    {
        using var answer = await app.GetAsync(new Uri($"api/claims/{id}", UriKind.Relative));
        await ExpectAsync(answer);
        return answer.Headers.ETag?.ToString();
    }

    async Task DecideAsync((string Id, string? Shown) decision)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"api/claims/{decision.Id}/decisions", UriKind.Relative));
        if (decision.Shown is { } shown) request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(shown));
        request.Content = JsonContent.Create(new { id = Guid.NewGuid().ToString("N"), judgement = "approve", verdict = new { rating = 4 } });
        using var answer = await app.SendAsync(request);
        await ExpectAsync(answer);
    }

    async Task<TimeSpan> FollowAsync((string Id, string? Shown) decision)
    {
        var start = clock.GetTimestamp();
        await DecideAsync(decision);
        await SeenAsync(target.Record, 1);
        return clock.GetElapsedTime(start);
    }

    /// <summary>Waits until that many blobs came to be under the prefix.</summary>
    async Task SeenAsync(string prefix, int count)
    {
        var start = clock.GetTimestamp();
        for (var seen = 0; ;)
        {
            var answered = log.ReadOn();
            requests += answered.Count(request => !request.IsBackground);
            seen += answered.Count(request => request.Created(prefix));
            if (seen >= count) return;
            if (clock.GetElapsedTime(start) > Longest) throw new LoadException($"Of {count} blobs under {prefix} {seen} came to be in {Longest.TotalMinutes:0} minutes.");
            await Task.Delay(TimeSpan.FromMilliseconds(2), clock);
        }
    }

    /// <summary>What is still being tidied up belongs to what was asked.</summary>
    async Task SettleAsync()
    {
        await Task.Delay(Quiet, clock);
        requests += log.ReadOn().Count(request => !request.IsBackground);
    }

    Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> send) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = senders }, async (item, _) => await send(item));

    static async Task ExpectAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            throw new LoadException($"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
