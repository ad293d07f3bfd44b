using System.Net;
using System.Net.Http.Headers;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Fetching;

/// <summary>
/// Fetches pages and feeds of the public web over https, and never goes anywhere else: each name is resolved once, its addresses are judged
/// (<see cref="PublicAddress"/>), and only those are connected to; redirects are followed by hand, each judged like the first address.
/// Nothing is sent that tells of the desk or of other fetches: no cookies, credentials, referrers or trace ids, no proxy of the
/// environment. Bounded in bytes, headers, redirects and time. Safe under any number of threads.
/// </summary>
public sealed class GuardedFetcher : IFetcher, IDisposable
{
    public const int MostRedirects = 5;

    static readonly string UserAgent = $"Verify/{typeof(GuardedFetcher).Assembly.GetName().Version?.ToString(3)} (+claim desk)";

    readonly FetchOptions options;
    readonly TimeProvider clock;
    readonly FetchTarget targets;
    readonly HostGuard guard;
    readonly HttpMessageInvoker http;
    readonly SemaphoreSlim places;

    public GuardedFetcher(FetchOptions options, TimeProvider clock)
        : this(options, clock, new Surroundings())
    {
    }

    internal GuardedFetcher(FetchOptions options, TimeProvider clock, Surroundings around)
    {
        this.options = options.Checked();
        this.clock = clock;
        targets = new FetchTarget(options, around);
        guard = new HostGuard(around);
        http = new HttpMessageInvoker(FetchHandler.Of(options, clock, around));
        places = new SemaphoreSlim(options.MostAtOnce);
    }

    /// <inheritdoc/>
    public async Task<Fetched> FetchAsync(FetchRequest asked, CancellationToken cancel = default)
    {
        await places.WaitAsync(cancel);
        try
        {
            using var deadline = new CancellationTokenSource(options.Longest, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
            return await FollowAsync(asked, either.Token, cancel);
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose()
    {
        http.Dispose();
        places.Dispose();
    }

    async Task<Fetched> FollowAsync(FetchRequest asked, CancellationToken cancel, CancellationToken caller)
    {
        var target = targets.Of(asked.Address);
        for (var followed = 0; ; followed++)
        {
            if (target.Value is not { } address) return target.End!;
            if (followed > MostRedirects) return FetchProblems.TooManyRedirects(address, MostRedirects);
            try
            {
                var next = await AskAsync(asked, address, cancel);
                if (next.Value is not { } location) return next.End!;
                target = targets.Of(address, location);
            }
            catch (Exception thrown) when (FetchFaults.Of(thrown, address, options.Longest) is { } fault)
            {
                caller.ThrowIfCancellationRequested();
                return fault;
            }
        }
    }

    /// <returns>Where the address leads on to, or what came of it.</returns>
    async Task<Passed<string>> AskAsync(FetchRequest asked, Uri address, CancellationToken cancel)
    {
        var judged = await guard.CheckAsync(address, cancel);
        if (judged.Value is not { } endpoints) return judged.End!;
        using var request = Request(asked, address);
        Connector.Allow(request, endpoints);
        using var response = await http.SendAsync(request, cancel);
        return (int)response.StatusCode switch
        {
            200 or 203 => await ContentAsync(asked, address, response, cancel),
            301 or 302 or 303 or 307 or 308 => Location(response) is { } location ? location : FetchProblems.NowhereToGo(address),
            304 when asked.IfNoneMatch is not null || asked.IfModifiedSince is not null => new Fetched.NotModified(),
            404 or 410 => FetchProblems.NotFound(address, (int)response.StatusCode),
            var status and (408 or 425 or 429 or < 300 or 304 or >= 500) =>
                FetchProblems.Unavailable(address, status, RetryAfter.Of(response.Headers.RetryAfter, clock.GetUtcNow())),
            var status => FetchProblems.Denied(address, status),
        };
    }

    async Task<Fetched> ContentAsync(FetchRequest asked, Uri address, HttpResponseMessage response, CancellationToken cancel)
    {
        var declared = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var types) ? types.First() : null;
        if (!TakenTypes.Take(asked.Purpose, declared)) return FetchProblems.WrongType(address, declared, TakenTypes.Wanted(asked.Purpose));
        var most = asked.Purpose == FetchPurpose.Feed ? options.MostFeedBytes : options.MostArticleBytes;
        var body = await Body.ReadAsync(response.Content, most, address, cancel);
        return body.Value is { } whole
            ? new Fetched.Content(whole.Bytes, declared, address.AbsoluteUri, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified)
            : body.End!;
    }

    static HttpRequestMessage Request(FetchRequest asked, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = HttpVersion.Version11 };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", TakenTypes.Accept(asked.Purpose));
        if (EntityTagHeaderValue.TryParse(asked.IfNoneMatch, out var tag)) request.Headers.IfNoneMatch.Add(tag);
        request.Headers.IfModifiedSince = asked.IfModifiedSince;
        return request;
    }

    static string? Location(HttpResponseMessage response) => response.Headers.NonValidated.TryGetValues("Location", out var sent) ? sent.First().Trim() : null;
}
