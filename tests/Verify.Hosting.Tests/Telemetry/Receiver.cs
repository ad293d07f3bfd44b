using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Verify.Hosting.Tests.Telemetry;

/// <summary>Takes telemetry on this machine as a collector does, and keeps the bytes: names and texts stand in them as they are.</summary>
sealed class Receiver : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<(string Path, byte[] Body)> received = [];

    Receiver(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public static async Task<Receiver> StartAsync(string answer = "")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await using Stream read = context.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(context.Request.Body, CompressionMode.Decompress) : context.Request.Body;
            await read.CopyToAsync(body);
            receiver.received.Enqueue((context.Request.Path, body.ToArray()));
            await context.Response.WriteAsync(answer);
        });
        await app.StartAsync();
        return receiver;
    }

    public byte[] Bytes(string path) => [.. received.Where(one => one.Path == path).SelectMany(one => one.Body)];

    public string Text(string? path = null) => string.Concat(received.Where(one => path is null || one.Path == path).Select(one => Encoding.UTF8.GetString(one.Body)));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
