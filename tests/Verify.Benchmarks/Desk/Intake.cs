using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Verify.Benchmarks.Desk;

/// <summary>Sends articles in, and waits until the desk is done with them.</summary>
static class Intake
{
    public const int ClaimsEach = 5;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Sends articles and returns once each is acknowledged.</summary>
    public static Task SendAsync(HttpClient client, int first, int count, int senders) =>
        Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = senders }, async (number, cancel) =>
        {
            using var body = new StringContent(Articles.Text(number), Encoding.UTF8, "text/plain");
            using var answer = await client.PostAsync(new Uri("api/articles", UriKind.Relative), body, cancel);
            if (!answer.IsSuccessStatusCode) throw new LoadException($"An article was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancel)}");
        });

    /// <summary>Sends articles and returns once the claims of all of them wait.</summary>
    /// <returns>How many claims wait then.</returns>
    public static async Task<int> UntilQueuedAsync(HttpClient client, int first, int count, int senders)
    {
        var expected = await WaitingAsync(client) + count * ClaimsEach;
        await SendAsync(client, first, count, senders);
        return await QueuedAsync(client, expected);
    }

    public static async Task<int> QueuedAsync(HttpClient client, int expected)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var waiting = await WaitingAsync(client);
            if (waiting >= expected) return waiting;
            if (TimeProvider.System.GetElapsedTime(begun) > Longest) throw new LoadException($"{waiting} claims wait after {Longest.TotalMinutes:0} minutes, and {expected} were to come.");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }
    }

    public static async Task<int> WaitingAsync(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri("api/stats", UriKind.Relative))).GetProperty("waiting").GetInt32();
}
