using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Verify.Hosting.Notices;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Hosting.Tests.Notices;

/// <summary>Webhooks against a program that is really there.</summary>
public sealed class WebhookTests
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The example that the libraries of Standard Webhooks share.</summary>
    const string SharedSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    /// <summary><c>whsec_</c> and the base64 of 32 bytes from 0.</summary>
    const string OtherSecret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    readonly FakeTimeProvider clock = new(Noon);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static Secret SecretOf(string text) => new(new SecretReference.InVariable("HOOK"), text);

    static WebhookEndpoint Endpoint(string address, WebhookShape shape = WebhookShape.Plain, params string[] secrets) =>
        new("newsroom", new(address), null, [.. secrets.Select(SecretOf)], shape, [], NoticeLanguage.En);

    static Notice Notice(string words = "lebih dari 40 jembatan rusak") => new(
        "msg_0123", NoticeKind.Publication, Noon.AddMinutes(-5), new("A record was published", [$"“{words}”", "Verdict: True"]),
        new([new(new(Verify.Workflow.ArticleId.Of("a"u8), 21), words, "Dinas", null, "id", 0.7, Noon, null)]) { RecordId = "abc", Verdict = new Verdict(5), By = ["r-ani"] },
        "https://desk.example.org/#1");

    async Task<Posted> PostAsync(WebhookEndpoint endpoint, Notice? notice = null)
    {
        using var sender = new WebhookSender(clock);
        return await sender.PostAsync(endpoint, notice ?? Notice(), Cancel);
    }

    [Fact]
    public void A_signature_is_the_published_one() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSecret.Sign([SecretOf(SharedSecret)], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8));

    [Fact]
    public async Task A_notice_arrives_signed_over_what_arrives_with_every_secret()
    {
        await using var host = await WebhookHost.StartAsync(_ => Task.CompletedTask);
        Assert.IsType<Posted.Done>(await PostAsync(Endpoint(host.Address, WebhookShape.Plain, SharedSecret, OtherSecret)));
        var (path, headers, body) = Assert.Single(host.Received);
        Assert.Equal(("/hook", "application/json", "msg_0123", Noon.ToUnixTimeSeconds().ToString()), (path, headers["content-type"], headers["webhook-id"], headers["webhook-timestamp"]));
        Assert.StartsWith("Verify/", headers["user-agent"]);
        Assert.DoesNotContain("traceparent", headers.Keys);
        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.").Concat(body).ToArray();
        foreach (var secret in (string[])[SharedSecret, OtherSecret])
        {
            using var hmac = new System.Security.Cryptography.HMACSHA256(Convert.FromBase64String(secret["whsec_".Length..]));
            Assert.Contains("v1," + Convert.ToBase64String(hmac.ComputeHash(signed)), headers["webhook-signature"].Split(' '));
        }
        var json = JsonNode.Parse(body)!;
        Assert.Equal(("record.published", "2026-03-02T11:55:00.0000000Z", "abc"), ((string?)json["type"], (string?)json["timestamp"], (string?)json["data"]!["recordId"]));
        Assert.Null(json["data"]!["fields"]);
    }

    /// <summary>What a receiver does, what comes of it, and how long it asks to be left alone.</summary>
    public static TheoryData<string, string, int?> Answers { get; } = new()
    {
        { "200", "done", null },
        { "202", "done", null },
        { "204", "done", null },
        { "301", "failed it answered 301 and would send the notice elsewhere", null },
        { "307", "failed it answered 307 and would send the notice elsewhere", null },
        { "400", "failed it answered 400", null },
        { "404", "failed it answered 404", null },
        { "410", "refused it answered 410", null },
        { "429 7", "failed it answered 429", 7 },
        { "503 3600", "failed it answered 503", 3600 },
        { "503 -5", "failed it answered 503", null },
        { "500", "failed it answered 500", null },
        { "closes", "failed it c", null },
        { "endless", "done", null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_is_read_and_no_redirect_is_followed(string answer, string comesOf, int? seconds)
    {
        await using var host = await WebhookHost.StartAsync(async context =>
        {
            if (answer == "closes") { context.Abort(); return; }
            if (answer == "endless")
            {
                // Nobody reads it: the connection ends long before this does.
                while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(new byte[64 * 1024]);
                return;
            }
            var words = answer.Split(' ');
            context.Response.StatusCode = int.Parse(words[0]);
            if (words.Length > 1) context.Response.Headers.RetryAfter = words[1];
            if (words[0][0] == '3') context.Response.Headers.Location = "/elsewhere";
        });
        var posted = await PostAsync(Endpoint(host.Address, WebhookShape.Plain, SharedSecret));
        var said = posted switch
        {
            Posted.Failed failed => $"failed {failed.Problem}",
            Posted.Refused refused => $"refused {refused.Problem}",
            _ => "done",
        };
        Assert.StartsWith(comesOf, said, StringComparison.Ordinal);
        Assert.Equal(seconds, (int?)(posted as Posted.Failed)?.RetryAfter?.TotalSeconds);
        Assert.Equal("/hook", Assert.Single(host.Received).Path);
    }

    [Fact]
    public async Task One_that_hangs_is_left_after_twenty_seconds()
    {
        var never = new TaskCompletionSource();
        await using var host = await WebhookHost.StartAsync(context => Task.WhenAny(never.Task, Aborted(context)));
        var posting = PostAsync(Endpoint(host.Address, WebhookShape.Plain, SharedSecret));
        await host.Asked.Task;
        clock.Advance(WebhookSender.Longest);
        Assert.Equal("it did not answer within 20 seconds", Assert.IsType<Posted.Failed>(await posting).Problem);
        never.SetResult();
    }

    [Fact]
    public async Task One_that_is_not_there_is_a_failure_that_names_no_address()
    {
        var failed = Assert.IsType<Posted.Failed>(await PostAsync(Endpoint("http://127.0.0.1:1/hook?key=secret", WebhookShape.Slack)));
        Assert.Equal("it could not be reached (ConnectionError)", failed.Problem);
    }

    [Fact]
    public void Slack_gets_text_in_which_an_article_s_words_are_no_markup()
    {
        var body = JsonNode.Parse(WebhookBody.Of(WebhookShape.Slack, Notice("<!channel> & <https://evil.example|click>")))!;
        Assert.Equal(
            "*A record was published*\n“&lt;!channel&gt; &amp; &lt;https://evil.example|click&gt;”\nVerdict: True\n<https://desk.example.org/#1>", (string?)body["text"]);
    }

    [Fact]
    public void Teams_gets_a_card_in_which_an_article_s_words_are_no_markdown()
    {
        var body = JsonNode.Parse(WebhookBody.Of(WebhookShape.Teams, Notice("[click](https://evil.example)")))!;
        Assert.Equal("message", (string?)body["type"]);
        var attached = Assert.Single(body["attachments"]!.AsArray())!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attached["contentType"]);
        var blocks = attached["content"]!["body"]!.AsArray();
        Assert.All(blocks, block => Assert.Equal("RichTextBlock", (string?)block!["type"]));
        Assert.Equal(["A record was published", "“[click](https://evil.example)”", "Verdict: True"], blocks.Select(block => (string?)block!["inlines"]![0]!["text"]));
        Assert.Equal("https://desk.example.org/#1", (string?)attached["content"]!["actions"]![0]!["url"]);
    }

    [Fact]
    public void The_longest_digest_stays_below_what_teams_takes()
    {
        var claims = Enumerable.Range(0, 20).Select(n => new NoticeClaim(new(Verify.Workflow.ArticleId.Of("a"u8), n), new string('x', 1000), "y", "z", "id", 0.5, Noon)).ToImmutableArray();
        var text = new NoticeText("20 new claims", [.. claims.Select(_ => new string('x', 320) + new string('y', 620))]);
        Assert.True(WebhookBody.Of(WebhookShape.Teams, new("msg_1", NoticeKind.NewClaims, Noon, text, new(claims), null)).Length < 28 * 1024);
    }

    static async Task Aborted(HttpContext context)
    {
        var aborted = new TaskCompletionSource();
        await using var registered = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}
