using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Verify.Host.Tests.Processes;

/// <summary>The program tells a receiver that is really there: one that says no, an operator who has it tried again, a desk that was killed.</summary>
public sealed class NoticeCommandTests : IDisposable
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-notices-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task What_a_receiver_did_not_want_is_listed_and_told_when_an_operator_says_so()
    {
        var received = new ConcurrentQueue<(string Id, string Body)>();
        var isWanted = false;
        await using var receiver = await ReceiverAsync(async context =>
        {
            received.Enqueue((context.Request.Headers["webhook-id"]!, await new StreamReader(context.Request.Body, Encoding.UTF8).ReadToEndAsync(Cancel)));
            context.Response.StatusCode = Volatile.Read(ref isWanted) ? 200 : 410;
        });
        (string, string)[] settings =
        [
            ("Verify__Notices__Webhooks__0", $"newsroom {receiver.Urls.First()}/hook secret=env:HOOK_SECRET tells=publication"), ("HOOK_SECRET", "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX"),
            ("Verify__Review__UndoWindow", "00:00:00"), ("Verify__Review__SecondReviewFrom", "1"),
        ];
        string record;
        using (var host = await HostProcess.StartAsync(data.FullName, Cancel, settings))
        {
            record = await PublishAsync(host);
            await Patience.UntilAsync(() => Task.FromResult(!received.IsEmpty));
            await Patience.UntilAsync(async () => (await FailedAsync(host)).GetArrayLength() == 1);
            host.Kill();
        }
        var listed = await RunAsync("notices", "list");
        Assert.Contains("1 notices failed.", listed.Out, StringComparison.Ordinal);
        Assert.Contains("it answered 410", listed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("/hook", listed.Out, StringComparison.Ordinal);
        var id = listed.Out.Split(' ')[0];
        Assert.Equal(1, (await RunAsync("notices", "discard", "webhook-newsroom.unknown")).Code);
        Assert.Contains("webhook-newsroom", (await RunAsync("notices", "retry", id)).Out, StringComparison.Ordinal);
        Assert.Contains("0 notices failed.", (await RunAsync("notices", "list")).Out, StringComparison.Ordinal);

        Volatile.Write(ref isWanted, true);
        using var again = await HostProcess.StartAsync(data.FullName, Cancel, settings);
        await Patience.UntilAsync(() => Task.FromResult(received.Count == 2));
        Assert.Single(received.Select(one => one.Id).Distinct());
        Assert.Equal(record, JsonDocument.Parse(received.Last().Body).RootElement.GetProperty("data").GetProperty("recordId").GetString());
        Assert.Contains("Nothing is kept", (await RunAsync("notices", "forget", "r-0123")).Out, StringComparison.Ordinal);
    }

    Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments) => HostProcess.RunAsync([], [.. arguments, "--data", data.FullName]);

    static async Task<string> PublishAsync(HostProcess host)
    {
        JsonElement claims = default;
        await Patience.UntilAsync(async () => (claims = (await host.Client.GetFromJsonAsync<JsonElement>("/api/claims", Cancel)).GetProperty("items")).GetArrayLength() > 0);
        // One whose figures have one reading each: nothing has to be said of it.
        foreach (var item in claims.EnumerateArray())
        {
            var claim = item.GetProperty("id").GetString();
            var view = await host.Client.GetFromJsonAsync<JsonElement>($"/api/claims/{claim}", Cancel);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/claims/{claim}/decisions")
            {
                Content = JsonContent.Create(new { id = "decision-1", judgement = "approve", verdict = new { rating = 4 }, evidence = new[] { new { url = "https://example.org/report" } } }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{view.GetProperty("shown").GetString()}\"");
            using var answer = await host.Client.SendAsync(request, Cancel);
            if (!answer.IsSuccessStatusCode) continue;
            JsonElement records = default;
            await Patience.UntilAsync(async () => (records = (await host.Client.GetFromJsonAsync<JsonElement>("/api/records", Cancel)).GetProperty("items")).GetArrayLength() == 1);
            return records[0].GetProperty("id").GetString()!;
        }
        throw new InvalidOperationException("No claim could be approved.");
    }

    static async Task<JsonElement> FailedAsync(HostProcess host) => (await host.Client.GetFromJsonAsync<JsonElement>("/api/notices/failed", Cancel)).GetProperty("items");

    static async Task<WebApplication> ReceiverAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(Cancel);
        return app;
    }
}
