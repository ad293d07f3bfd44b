using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verify.Ingestion;
using Verify.Ingestion.Feeds;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Ports;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Testing.Workflow;

/// <summary>A desk over a store, with a clock that the test moves: everything real but the time. Dropping one and opening another over the same store is a restart.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    readonly ServiceProvider services;
    readonly IScenarioDriver driver;

    TestDesk(ServiceProvider services, IScenarioDriver driver)
    {
        this.services = services;
        this.driver = driver;
        Mediator = services.GetRequiredService<IMediator>();
    }

    /// <summary>What every such desk signs its log with.</summary>
    public static LogSigner LogKey { get; } = new(LogSigner.DefaultOrigin, [.. Enumerable.Range(0, LogSigner.KeyBytes).Select(n => (byte)n)]);

    public IMediator Mediator { get; }

    public IScenarioDriver Driver => driver;

    /// <param name="web">What addresses lead to; nothing by default.</param>
    /// <param name="more">Adds what not every desk has: a drop container, feeds.</param>
    public static async Task<TestDesk> OpenAsync(
        IBlobs store, FakeTimeProvider clock, IScenarioDriver driver, WorkflowOptions? options = null, IFetcher? web = null, Action<IServiceCollection>? more = null)
    {
        var registered = new ServiceCollection()
            .AddSingleton(store)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IWakeUps>(driver)
            .AddSingleton<IArticleReader>(new ArticleReader())
            .AddSingleton<IFeedReader>(new FeedReader())
            .AddSingleton(web ?? new FakeFetcher())
            .AddSingleton(LogKey)
            .AddWorkflow(options ?? new());
        more?.Invoke(registered);
        var services = registered.BuildServiceProvider();
        var desk = new TestDesk(services, driver);
        await driver.StartAsync(desk.Mediator, services.GetRequiredService<DueMarks>());
        return desk;
    }

    public async Task<Submitted> SubmitAsync(string text, string? language = "id", string name = "a.txt") =>
        ((Intake.Article)Value(await Mediator.Send(new SubmitArticle(new(Encoding.UTF8.GetBytes(text), FileName: name, Language: language), new("inbox", name))))).Submitted;

    public async Task<IReadOnlyList<QueueEntry>> QueueAsync(ClaimState state = ClaimState.Open, Actor? by = null) =>
        Value(await Mediator.Send(new ListClaims(by ?? Sample.Citra, state, Limit: 200))).Items;

    public async Task<ClaimView> ClaimAsync(ClaimId id, Actor? by = null) => Value(await Mediator.Send(new GetClaim(id, (by ?? Sample.Citra).Id)));

    public async Task<IReadOnlyList<RecordBytes>> RecordsAsync() => Value(await Mediator.Send(new ListRecords(Limit: 200))).Items;

    public async Task<ArticleSummary> ArticleAsync(ArticleId id) => Value(await Mediator.Send(new GetArticle(id))).Summary;

    public async Task<Answer<ClaimView>> DecideAsync(ClaimId id, Judgement judgement, string decision = "decision-1", Actor? by = null) =>
        await Mediator.Send(new Decide(id, decision, by ?? Sample.Ani, (await ClaimAsync(id)).Shown, judgement));

    public Task<Answer<ClaimView>> WithdrawAsync(ClaimId id, string decision = "decision-1", Actor? by = null) =>
        Mediator.Send(new Withdraw(id, decision, by ?? Sample.Ani));

    /// <summary>By an editor; without a judgement a retraction.</summary>
    public async Task<Answer<ClaimView>> ReviseAsync(string record, string id, Judgement? judgement = null, Actor? by = null, string? reason = "It was wrong.") =>
        await Mediator.Send(new ReviseRecord(Value(await Mediator.Send(new GetRecord(record))).Record.Claim, record, id, by ?? Sample.Dewi, reason, judgement));

    public static T Value<T>(Answer<T> answer) => answer switch
    {
        Answer<T>.Ok ok => ok.Value,
        Answer<T>.Refused refused => throw new InvalidOperationException($"{refused.Refusal.Code}: {refused.Refusal.Message}"),
        _ => throw new InvalidOperationException("no answer"),
    };

    public static Refusal RefusalOf<T>(Answer<T> answer) => answer is Answer<T>.Refused refused ? refused.Refusal : throw new InvalidOperationException("It was not refused.");

    public async ValueTask DisposeAsync()
    {
        await driver.DisposeAsync();
        await services.DisposeAsync();
    }
}
