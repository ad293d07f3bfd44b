using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Verify.Ingestion;
using Verify.Ingestion.Feeds;
using Verify.Testing.Blobs;
using Verify.Testing.Logging;
using Verify.Testing.Workflow;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Feeds;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Ports;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Web.Tests.Desk;

/// <summary>A desk served on a free port of this machine: everything real but the time, the store (memory) and the reading of articles that are seeded.</summary>
sealed class WebDesk : IAsyncDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    readonly WebApplication app;

    WebDesk(WebApplication app, FakeTimeProvider clock)
    {
        this.app = app;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    public string Address => app.Urls.First();

    public IServiceProvider Services => app.Services;

    public IMediator Mediator => Services.GetRequiredService<IMediator>();

    public SignInLinks Links => Services.GetRequiredService<SignInLinks>();

    /// <param name="store">What stands in for the store; a new one in memory by default.</param>
    /// <param name="web">What addresses lead to; nothing by default.</param>
    /// <param name="feeds">The feeds it follows; none by default.</param>
    /// <param name="post">Takes its mails; it sends none by default.</param>
    /// <param name="more">Adds routes and middleware in front of the desk's own.</param>
    public static async Task<WebDesk> OpenAsync(
        IBlobs? store = null, Func<WebOptions, WebOptions>? change = null, Action<IApplicationBuilder>? more = null, string address = "http://127.0.0.1:0",
        FakeFetcher? web = null, FeedOptions? feeds = null, PostBox? post = null)
    {
        var clock = new FakeTimeProvider(Morning);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(new TestLog(LogLevel.Error));
        builder.WebHost.UseUrls(address);
        var options = new WebOptions { ConfigureKeys = keys => keys.UseEphemeralDataProtectionProvider(), PseudonymSecret = [.. new byte[32]] };
        builder.Services
            .AddSingleton(store ?? new MemoryBlobs())
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(TestDesk.LogKey)
            .AddSingleton<IArticleReader, ArticleReader>()
            .AddSingleton<IFetcher>(web ?? new FakeFetcher())
            .AddSingleton<IFeedReader, FeedReader>()
            .AddSingleton((feeds ?? new()).Checked())
            .AddSingleton(services => new InlineDriver(clock, new(services.GetRequiredService<IMediator>), new(services.GetRequiredService<DueMarks>)))
            .AddSingleton<IWakeUps>(services => services.GetRequiredService<InlineDriver>())
            .AddWorkflow(new())
            .AddVerifyWeb(change?.Invoke(options) ?? options);
        if (post is not null) post.On(new() { HasMail = true })(builder.Services);
        var app = builder.Build();
        more?.Invoke(app);
        app.UseVerifyWeb();
        await app.StartAsync();
        return new(app, clock);
    }

    /// <summary>A program that is signed in, or nobody.</summary>
    public HttpClient Client(Role? role = null, string name = "Ani")
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Address) };
        if (role is { } signedIn) client.DefaultRequestHeaders.Authorization = new("Bearer", Links.Token(name, signedIn, TimeSpan.FromHours(1)));
        return client;
    }

    /// <summary>A browser that opened its sign-in link.</summary>
    public async Task<HttpClient> BrowserAsync(Role role, string name = "Ani")
    {
        var client = Client();
        using var answer = await client.GetAsync(SignInLinks.Path(Links.Token(name, role, TimeSpan.FromHours(1))));
        client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    public async Task<ArticleId> SeedAsync(SeededArticle article)
    {
        var id = await article.WriteAsync(Services);
        await Services.GetRequiredService<InlineDriver>().WakeAsync(id);
        return id;
    }

    public Task PassAsync(TimeSpan time) => Services.GetRequiredService<InlineDriver>().PassAsync(time);

    /// <summary>Judges a claim over HTTP as the page does.</summary>
    public async Task<Answered> DecideAsync(HttpClient client, ClaimId claim, string body, string? shown = null, bool withShown = true) =>
        withShown
            ? await client.TellAsync($"/api/claims/{claim}/decisions", body, headers: ("If-Match", shown ?? $"\"{(await ClaimAsync(claim)).Shown}\""))
            : await client.TellAsync($"/api/claims/{claim}/decisions", body);

    /// <summary>Seeds an article, approves its first claim and lets the time to take that back pass.</summary>
    /// <returns>The record's id.</returns>
    public async Task<string> PublishAsync(SeededArticle article)
    {
        await SeedAsync(article);
        const string approval = """{"id":"decision-1","judgement":"approve","verdict":{"rating":4},"evidence":[{"url":"https://example.org/report","quote":"512 kapal"}],"note":"Counted by the ministry."}""";
        (await DecideAsync(Client(Role.Reviewer), article.Claim(0), approval)).Is(System.Net.HttpStatusCode.OK);
        await PassAsync(TimeSpan.FromSeconds(10));
        return (await ClaimAsync(article.Claim(0))).RecordId ?? throw new InvalidOperationException("The claim was not published.");
    }

    /// <summary>A second reviewer, Budi, says of a claim what the first said.</summary>
    public async Task SecondAsync(ClaimId claim, string judgement)
    {
        (await DecideAsync(Client(Role.Reviewer, "Budi"), claim, judgement)).Is(System.Net.HttpStatusCode.OK);
        await PassAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>Takes what was published into the log.</summary>
    public Task SealAsync() => Mediator.Send(new SealLog());

    public async Task<RecordBytes> RecordAsync(string id) => Value(await Mediator.Send(new GetRecord(id)));

    public async Task<ClaimView> ClaimAsync(ClaimId id) => Value(await Mediator.Send(new GetClaim(id, "r-looks-on")));

    public static T Value<T>(Answer<T> answer) =>
        answer is Answer<T>.Ok ok ? ok.Value : throw new InvalidOperationException(((Answer<T>.Refused)answer).Refusal.Message);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
