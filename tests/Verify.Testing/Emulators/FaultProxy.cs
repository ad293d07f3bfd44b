using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Verify.Testing.Emulators;

/// <summary>What a store answers in place of the truth.</summary>
public sealed record StoreFault(int Status, string Code)
{
    /// <summary>The connection is dropped.</summary>
    public static readonly StoreFault Dropped = new(0, "dropped");

    /// <summary>Half of the answer comes, and then the connection is dropped.</summary>
    public static readonly StoreFault Torn = new(0, "torn");

    /// <summary>Nothing comes until the client gives up.</summary>
    public static readonly StoreFault Silent = new(0, "silent");

    /// <summary>What the service says when it can do nothing.</summary>
    public static readonly StoreFault[] Failures = [new(429, "TooManyRequests"), new(500, "InternalError"), new(503, "ServerBusy"), Dropped];

    /// <summary>What it says of a write that somebody else was faster with; a client that asked twice hears it of its own.</summary>
    public static readonly StoreFault[] Lies = [new(409, "BlobAlreadyExists"), new(412, "ConditionNotMet")];
}

/// <summary>
/// Stands in front of the emulator and answers one chosen write, or one chosen read, with a fault, before or after the emulator has done it.
/// Everything else passes.
/// </summary>
public sealed class FaultProxy : IAsyncDisposable
{
    static readonly HttpClient Network = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    readonly WebApplication app;
    readonly Uri service;
    int asked, fault;
    StoreFault answer = StoreFault.Failures[0];
    bool isDoneBefore, ofReads;

    FaultProxy(WebApplication app, Uri service) => (this.app, this.service) = (app, service);

    /// <summary>Whether the fault has happened.</summary>
    public bool Reached => Volatile.Read(ref asked) >= fault;

    /// <param name="service">As <see cref="Azurite.Service"/>.</param>
    public static async Task<FaultProxy> StartAsync(string service)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var proxy = new FaultProxy(app, new Uri(service));
        app.Run(proxy.PassAsync);
        await app.StartAsync();
        return proxy;
    }

    /// <summary>The address of a container in front of which this proxy stands.</summary>
    public string NewAddress() => $"{app.Urls.First()}{service.AbsolutePath}/t{Guid.NewGuid():N}";

    /// <summary>From now on the n-th write gets this answer.</summary>
    /// <param name="isDone">The emulator does it first: only the answer is wrong.</param>
    public void Fault(int write, StoreFault answer, bool isDone)
    {
        (this.answer, isDoneBefore, ofReads, fault) = (answer, isDone, false, write);
        Volatile.Write(ref asked, 0);
    }

    /// <summary>From now on the n-th read or page of a listing gets this answer.</summary>
    public void FaultRead(int read, StoreFault answer)
    {
        (this.answer, isDoneBefore, ofReads, fault) = (answer, answer == StoreFault.Torn, true, read);
        Volatile.Write(ref asked, 0);
    }

    /// <summary>From now on everything passes.</summary>
    public void Rest() => fault = 0;

    async Task PassAsync(HttpContext context)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var isFault = isRead == ofReads && Interlocked.Increment(ref asked) == fault && fault > 0;
        if (isFault && !isDoneBefore)
        {
            await FaultNowAsync(context);
            return;
        }
        using var done = await Network.SendAsync(await CopyAsync(context.Request), context.RequestAborted);
        if (isFault && answer != StoreFault.Torn)
        {
            await FaultNowAsync(context);
            return;
        }
        context.Response.StatusCode = (int)done.StatusCode;
        foreach (var (name, values) in done.Headers.Concat(done.Content.Headers))
            if (!name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)) context.Response.Headers.Append(name, values.ToArray());
        if (isFault) await TearAsync(context, await done.Content.ReadAsByteArrayAsync(context.RequestAborted));
        else await done.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    static async Task TearAsync(HttpContext context, byte[] body)
    {
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    async Task FaultNowAsync(HttpContext context)
    {
        if (answer == StoreFault.Silent)
        {
            var gaveUp = new TaskCompletionSource();
            await using var _ = context.RequestAborted.Register(gaveUp.SetResult);
            await gaveUp.Task;
        }
        if (answer.Status == 0)
        {
            context.Abort();
            return;
        }
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["x-ms-error-code"] = answer.Code;
        context.Response.ContentLength = 0;
    }

    async Task<HttpRequestMessage> CopyAsync(HttpRequest request)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        body.Position = 0;
        var copy = new HttpRequestMessage(new(request.Method), $"{service.GetLeftPart(UriPartial.Authority)}{request.Path.ToUriComponent()}{request.QueryString}") { Content = new StreamContent(body) };
        copy.Content.Headers.ContentLength = request.ContentLength ?? 0;
        foreach (var (name, values) in request.Headers)
        {
            if (name.Equals("Host", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) continue;
            if (!copy.Headers.TryAddWithoutValidation(name, values.ToArray())) copy.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        }
        return copy;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {answer.Code} at {(ofReads ? "read" : "write")} {fault}, {(isDoneBefore ? "done" : "not done")}");

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
