using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Verify.Hosting.Tests.Notices;

/// <summary>A program on this machine that is told, and answers as a test wants.</summary>
sealed class WebhookHost : IAsyncDisposable
{
    readonly WebApplication app;

    WebhookHost(WebApplication app) => this.app = app;

    public string Address => app.Urls.First() + "/hook";

    public ConcurrentQueue<(string Path, Dictionary<string, string> Headers, byte[] Body)> Received { get; } = [];

    /// <summary>Completes with the first request.</summary>
    public TaskCompletionSource Asked { get; } = new();

    public static async Task<WebhookHost> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var host = new WebhookHost(app);
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            host.Received.Enqueue((context.Request.Path, context.Request.Headers.ToDictionary(one => one.Key.ToLowerInvariant(), one => one.Value.ToString()), body.ToArray()));
            host.Asked.TrySetResult();
            await answer(context);
        });
        await app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }
}
