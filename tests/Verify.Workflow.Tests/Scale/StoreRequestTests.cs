using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Scale;

/// <summary>What the desk asks of its store for an article and for a claim: the figures of docs/scale.md.</summary>
public sealed class StoreRequestTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly CountingBlobs store = new(new MemoryBlobs());

    Task<TestDesk> OpenAsync(WorkflowOptions? options = null) => TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), options);

    [Fact]
    public async Task An_article_costs_a_few_requests_and_each_of_its_claims_three_more_until_it_waits()
    {
        await using var desk = await OpenAsync();
        store.Take();
        await desk.SubmitAsync(WorkflowScenarios.Flood);
        Assert.Equal(Counts("begin journals 1, create articles 2, create due 1, read journals 1"), store.Take());

        await desk.Driver.SettleAsync();
        Assert.Equal(
            Counts("append journals 2, begin journals 2, create articles 1, create due 2, create queue 2, delete due 1, read articles 3, read journals 2"), store.Take());
    }

    [Fact]
    public async Task A_decision_costs_six_requests_beside_the_reviewer_s_own_look()
    {
        await using var desk = await OpenAsync();
        var claim = await FirstClaimAsync(desk);
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve()));
        Assert.Equal(Counts("append journals 1, create due 1, create states 1, delete queue 1, read journals 2, read reviewers 1"), store.Take());
    }

    [Fact]
    public async Task An_event_that_is_told_costs_one_request_more_and_each_receiver_a_few_of_the_sender_s()
    {
        var box = new PostBox();
        await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), more: box.On(PostBox.Webhook("newsroom", NoticeKind.Publication)));
        var claim = await FirstClaimAsync(desk);
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve()));
        store.Take();
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(Counts("append journals 3, create log 1, create outbox 1, create records 1, create states 1, delete due 2, delete queue 1, delete states 1, read journals 2"), store.Take());
        Assert.Equal(1, (await desk.Mediator.Send(new SendNotices(), TestContext.Current.CancellationToken)).Sent);
        Assert.Equal(Counts("create outbox 1, delete outbox 2, list outbox 2, read journals 2, read outbox 1, replace outbox 1"), store.Take());
    }

    [Fact]
    public async Task A_publication_costs_twelve_requests()
    {
        await using var desk = await OpenAsync();
        var claim = await FirstClaimAsync(desk);
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve()));
        store.Take();
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(Counts("append journals 3, create log 1, create records 1, create states 1, delete due 2, delete queue 1, delete states 1, read journals 2"), store.Take());
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(claim)).State);
    }

    [Fact]
    public async Task Without_an_undo_window_a_decision_and_its_publication_cost_sixteen_requests()
    {
        await using var desk = await OpenAsync(new WorkflowOptions { UndoWindow = TimeSpan.Zero });
        var claim = await FirstClaimAsync(desk);
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve()));
        await desk.Driver.SettleAsync();
        // One of the four reads is the reviewer's own look.
        Assert.Equal(Counts("append journals 4, create due 1, create log 1, create records 1, create states 1, delete due 2, delete queue 1, delete states 1, read journals 4, read reviewers 1"), store.Take());
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(claim)).State);
    }

    [Fact]
    public async Task A_lease_costs_three_requests()
    {
        await using var desk = await OpenAsync();
        var claim = await FirstClaimAsync(desk);
        TestDesk.Value(await desk.Mediator.Send(new LeaseClaim(claim, Sample.Ani), TestContext.Current.CancellationToken));
        Assert.Equal(Counts("append journals 1, create leases 1, read journals 1"), store.Take());
    }

    [Fact]
    public async Task The_last_review_of_an_article_finishes_it_at_no_further_cost()
    {
        await using var desk = await OpenAsync();
        var first = await FirstClaimAsync(desk);
        TestDesk.Value(await desk.DecideAsync(first, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        var last = Assert.Single(await desk.QueueAsync()).Id;
        TestDesk.Value(await desk.DecideAsync(last, Sample.Approve(), "decision-2"));
        store.Take();
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(Counts("append journals 3, create log 1, create records 1, create states 1, delete due 2, delete queue 1, delete states 1, read journals 2"), store.Take());
        Assert.Equal(ArticleOutcome.Reviewed, (await desk.ArticleAsync(last.Article)).Outcome);
    }

    async Task<ClaimId> FirstClaimAsync(TestDesk desk)
    {
        await desk.SubmitAsync(WorkflowScenarios.Flood);
        await desk.Driver.SettleAsync();
        var claim = (await desk.QueueAsync())[0].Id;
        store.Take();
        return claim;
    }

    static SortedDictionary<string, int> Counts(string text) => new(
        text.Split(", ").ToDictionary(row => row[..row.LastIndexOf(' ')], row => int.Parse(row[(row.LastIndexOf(' ') + 1)..])), StringComparer.Ordinal);
}
