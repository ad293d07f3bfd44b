using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Verify.Testing.Emulators;

/// <summary>What a store answers in place of the truth.</summary>
/// <param name="Status">0 drops the connection.</param>
public sealed record StoreFault(int Status, string Code)
{
    /// <summary>What the service says when it can do nothing.</summary>
    public static readonly StoreFault[] Failures = [new(429, "TooManyRequests"), new(500, "InternalError"), new(503, "ServerBusy"), new(0, "")];

    /// <summary>What it says of a write that somebody else was faster with; a client that asked twice hears it of its own.</summary>
    public static readonly StoreFault[] Lies = [new(409, "BlobAlreadyExists"), new(412, "ConditionNotMet")];
}

/// <summary>
/// Stands in front of the emulator and answers one chosen write with a fault, before or after the emulator has done it. Everything else passes.
/// </summary>
/// <remarks>Reads and lists pass: they change nothing, and the client asks them again by itself.</remarks>
public sealed class FaultProxy : IAsyncDisposable
{
    static readonly HttpClient Network = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    readonly WebApplication app;
    readonly Uri service;
    int writes, fault;
    StoreFault answer = StoreFault.Failures[0];
    bool isDoneBefore;

    FaultProxy(WebApplication app, Uri service) => (this.app, this.service) = (app, service);

    /// <summary>Whether the fault has happened.</summary>
    public bool Reached => Volatile.Read(ref writes) >= fault;

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
        (this.answer, isDoneBefore, fault) = (answer, isDone, write);
        Volatile.Write(ref writes, 0);
    }

    /// <summary>From now on everything passes.</summary>
    public void Rest() => fault = 0;

    async Task PassAsync(HttpContext context)
    {
        var isFault = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && Interlocked.Increment(ref writes) == fault && fault > 0;
        if (isFault && !isDoneBefore)
        {
            FaultNow(context);
            return;
        }
        using var done = await Network.SendAsync(await CopyAsync(context.Request), context.RequestAborted);
        if (isFault)
        {
            FaultNow(context);
            return;
        }
        context.Response.StatusCode = (int)done.StatusCode;
        foreach (var (name, values) in done.Headers.Concat(done.Content.Headers))
            if (!name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)) context.Response.Headers.Append(name, values.ToArray());
        await done.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    void FaultNow(HttpContext context)
    {
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

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {answer.Code} at write {fault}, {(isDoneBefore ? "done" : "not done")}");

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
