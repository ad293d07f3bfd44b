using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Verify.Hosting.Settings;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;

namespace Verify.Hosting.Notices;

/// <summary>
/// Posts notices to webhooks. Goes to the address of the settings and nowhere else: no redirect is followed. Of an answer its status and one header
/// are read, and nothing of its body.
/// </summary>
sealed class WebhookSender(TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    const int MostHeaderKilobytes = 32;

    static readonly string UserAgent = $"Verify/{typeof(WebhookSender).Assembly.GetName().Version?.ToString(3)} (+claim desk)";

    readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = Longest,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // names move
        MaxResponseHeadersLength = MostHeaderKilobytes,
        MaxResponseDrainSize = 0,
        ActivityHeadersPropagator = null,
    });

    public void Dispose() => http.Dispose();

    public async Task<Posted> PostAsync(WebhookEndpoint webhook, Notice notice, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(Longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            using var request = Request(webhook, notice, clock.GetUtcNow());
            using var answer = await http.SendAsync(request, either.Token);
            return Read(answer, clock.GetUtcNow());
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Posted.Failed(string.Create(CultureInfo.InvariantCulture, $"it did not answer within {Longest.TotalSeconds} seconds"));
        }
        catch (HttpRequestException failed)
        {
            return new Posted.Failed(failed.HttpRequestError == HttpRequestError.Unknown ? "it closed the connection" : $"it could not be reached ({failed.HttpRequestError})");
        }
    }

    static HttpRequestMessage Request(WebhookEndpoint webhook, Notice notice, DateTimeOffset now)
    {
        var body = WebhookBody.Of(webhook.Shape, notice);
        var timestamp = now.ToUnixTimeSeconds();
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, webhook.Target) { Content = content };
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Headers.TryAddWithoutValidation("webhook-id", notice.Id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        if (!webhook.Secrets.IsEmpty) request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSecret.Sign(webhook.Secrets, notice.Id, timestamp, body));
        return request;
    }

    static Posted Read(HttpResponseMessage answer, DateTimeOffset now) => answer.StatusCode switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new Posted.Done(),
        HttpStatusCode.Gone => new Posted.Refused("it answered 410: it does not want to be told any more"),
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new Posted.Failed(
            string.Create(CultureInfo.InvariantCulture, $"it answered {(int)answer.StatusCode} and would send the notice elsewhere; give the address that answers itself")),
        var status => new Posted.Failed(string.Create(CultureInfo.InvariantCulture, $"it answered {(int)status}"), Wait(answer.Headers.RetryAfter, now)),
    };

    static TimeSpan? Wait(RetryConditionHeaderValue? asked, DateTimeOffset now) =>
        (asked?.Delta ?? asked?.Date - now) is { } wait && wait > TimeSpan.Zero ? wait : null;
}
