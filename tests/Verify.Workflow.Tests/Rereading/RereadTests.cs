using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Verify.Claims;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Erasing;
using Verify.Workflow.Rebuilding;
using Verify.Workflow.Rereading;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Rereading;

/// <summary>A later version reads what an older one has read: who has not judged sees the new reading, who has is not overruled.</summary>
public sealed class RereadTests
{
    static readonly Actor Operator = new("o-sari", Role.Operator);

    readonly FakeTimeProvider clock = new(Sample.Noon);

    MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<TestDesk> OpenAsync(IBlobs? over = null) => TestDesk.OpenAsync(over ?? store, clock, new CrankedDriver(clock), new WorkflowOptions { SecondReviewFrom = 0 });

    static async Task<ArticleReread> RereadAsync(TestDesk desk, ArticleId article) => TestDesk.Value(await desk.Mediator.Send(new RereadArticle(article, Operator), Cancel));

    /// <summary>The older version read 4 bridges for 40, and found them hardly worth it; the houses as today.</summary>
    async Task<(TestDesk Desk, ClaimId Bridges, ClaimId Houses)> WithOldFloodAsync(Action<ClaimId, JsonObject>? age = null)
    {
        await using (var before = await OpenAsync())
        {
            await before.SubmitAsync(WorkflowScenarios.Flood);
            await before.Driver.SettleAsync();
        }
        var claims = (await store.ListAsync("journals/review/", cancel: Cancel).ToListAsync(Cancel)).Select(name => ClaimId.Parse(name["journals/review/".Length..])).OrderBy(id => id.Start).ToArray();
        await OldDesk.AgeAsync(store, claims[0].Article, age ?? ((claim, reading) =>
        {
            if (claim != claims[0]) return;
            reading["quantities"]![0]!["value"] = 4;
            reading["worth"] = 0.31;
        }));
        var desk = await OpenAsync();
        await desk.Mediator.Send(new Rebuild(), Cancel);
        return (desk, claims[0], claims[1]);
    }

    [Fact]
    public async Task A_claim_that_reads_otherwise_gets_the_new_reading_and_its_place_in_the_queue()
    {
        var (desk, bridges, houses) = await WithOldFloodAsync();
        var old = await desk.ClaimAsync(bridges);
        var houseShown = (await desk.ClaimAsync(houses)).Shown;
        Assert.Equal((4m, OldDesk.Extractor), (old.Reading.Quantities[0].Value, old.Extractor));
        var queue = await store.ListAsync("queue/", cancel: Cancel).ToListAsync(Cancel);

        var read = await RereadAsync(desk, bridges.Article);
        Assert.Equal((bridges, 0, 1, 0), (Assert.Single(read.Replaced), read.Lapsed, read.Unchanged, read.Left));
        Assert.Empty(read.New);
        var now = await desk.ClaimAsync(bridges);
        Assert.Equal((40m, ClaimExtractor.Version), (now.Reading.Quantities[0].Value, now.Extractor));
        Assert.NotEqual(old.Shown, now.Shown);
        Assert.Equal(houseShown, (await desk.ClaimAsync(houses)).Shown);
        var after = await store.ListAsync("queue/", cancel: Cancel).ToListAsync(Cancel);
        Assert.Equal(2, after.Count);
        Assert.NotEqual(queue, after);
        Assert.All((await desk.Mediator.Send(new Rebuild(), Cancel)).Folders, folder => Assert.Equal((0, 0), (folder.Written, folder.Removed)));

        Assert.Empty((await RereadAsync(desk, bridges.Article)).Replaced); // again
    }

    [Fact]
    public async Task A_decision_on_the_old_reading_is_refused_with_the_difference()
    {
        var (desk, bridges, _) = await WithOldFloodAsync();
        var old = (await desk.ClaimAsync(bridges)).Shown;
        await RereadAsync(desk, bridges.Article);
        var refusal = TestDesk.RefusalOf(await desk.Mediator.Send(new Decide(bridges, "decision-1", Sample.Ani, old, Sample.Approve()), Cancel));
        Assert.Equal((RefusalKind.Stale, "claimChanged"), (refusal.Kind, refusal.Code));
        Assert.Equal(["/quantities/0/value", "/worth"], refusal.Changes!.Select(change => change.Field));
        Assert.Equal(("4", "40"), (refusal.Changes![0].Before!.ToJsonString(), refusal.Changes[0].After!.ToJsonString()));
        Assert.Equal(40m, Assert.IsType<ClaimView>(refusal.Current).Reading.Quantities[0].Value);

        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve()));
        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve(), "decision-2", Sample.Budi));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        var record = Assert.Single(await desk.RecordsAsync()).Record;
        Assert.Equal((40m, ClaimExtractor.Version), (record.Figures[0].Value, record.Extractor));
    }

    [Fact]
    public async Task A_first_decision_of_two_lapses_and_its_maker_alone_is_told()
    {
        var (desk, bridges, _) = await WithOldFloodAsync();
        var old = (await desk.ClaimAsync(bridges)).Shown;
        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await RereadAsync(desk, bridges.Article)).Lapsed);

        Assert.Equal(ClaimState.Open, (await desk.ClaimAsync(bridges, Sample.Ani)).State);
        Assert.Contains(await desk.QueueAsync(by: Sample.Ani), entry => entry.Id == bridges);
        Assert.Contains(await HistoryAsync(desk, bridges, Sample.Ani), happened => happened is DecisionLapsed { Decision: "decision-1" });
        Assert.DoesNotContain(await HistoryAsync(desk, bridges, Sample.Budi), happened => happened is DecisionLapsed or ClaimJudged);
        Assert.Contains(await HistoryAsync(desk, bridges, Sample.Budi), happened => happened is ReadingReplaced);

        Assert.Equal("claimChanged", Code(await desk.Mediator.Send(new Decide(bridges, "decision-1", Sample.Ani, old, Sample.Approve()), Cancel))); // sent again
        Assert.Equal("decisionLapsed", Code(await desk.DecideAsync(bridges, Sample.Approve())));
        Assert.Equal("decisionLapsed", Code(await desk.WithdrawAsync(bridges)));
        Assert.Equal("decisionNotFound", Code(await desk.WithdrawAsync(bridges, by: Sample.Budi)));

        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve(), "decision-2", Sample.Budi));
        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve(), "decision-3"));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["decision-2", "decision-3"], Assert.Single(await desk.RecordsAsync()).Record.Decisions.Select(decision => decision.Id));
    }

    static string Code<T>(Answer<T> answer) => TestDesk.RefusalOf(answer).Code;

    static async Task<IEnumerable<ReviewEvent>> HistoryAsync(TestDesk desk, ClaimId claim, Actor by) =>
        TestDesk.Value(await desk.Mediator.Send(new GetHistory(claim, by.Id), Cancel)).Events;

    [Fact]
    public async Task A_first_decision_stands_where_only_worth_and_risk_are_seen_otherwise()
    {
        var (desk, bridges, _) = await WithOldFloodAsync((_, reading) => (reading["worth"], reading["risk"]) = (0.31, 0.01));
        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve()));
        var read = await RereadAsync(desk, bridges.Article);
        Assert.Equal((1, 1, 0), (read.Replaced.Length, read.Unchanged, read.Lapsed));
        Assert.Equal(ClaimState.AwaitingSecond, (await desk.ClaimAsync(bridges, Sample.Ani)).State);
    }

    [Theory]
    [InlineData("published")]
    [InlineData("rejected")]
    [InlineData("decided")]
    [InlineData("both decided")]
    [InlineData("disagreed")]
    public async Task What_is_decided_or_closed_keeps_what_was_shown(string state)
    {
        var (desk, bridges, _) = await WithOldFloodAsync();
        var isSingle = state is "rejected" or "decided";
        TestDesk.Value(await desk.DecideAsync(bridges, isSingle ? new Reject(RejectionReason.NotAClaim) : Sample.Approve()));
        if (!isSingle) TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve(state == "disagreed" ? 1 : 4), "decision-2", Sample.Budi));
        if (state is "published" or "rejected" or "disagreed") await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        var name = $"journals/review/{bridges}";
        var before = (await store.ReadAsync(name, Cancel))!.Content.ToArray();
        Assert.Equal((1, 0), (await RereadAsync(desk, bridges.Article) is var read ? read.Left : 0, read.Replaced.Length));
        Assert.Equal(before, (await store.ReadAsync(name, Cancel))!.Content.ToArray());
    }

    [Fact]
    public async Task Claims_that_only_the_new_version_finds_are_told_and_not_opened_and_lost_ones_stay()
    {
        var (desk, bridges, houses) = await WithOldFloodAsync();
        await OldDesk.ForgetAsync(store, houses);
        await store.DeleteAsync($"journals/review/{houses}", cancel: Cancel);
        var read = await RereadAsync(desk, bridges.Article);
        Assert.Equal(houses, Assert.Single(read.New));
        Assert.Null(await store.ReadAsync($"journals/review/{houses}", Cancel));
    }

    [Fact]
    public async Task Where_this_version_has_searched_already_nothing_changes()
    {
        await using var desk = await OpenAsync();
        var article = (await desk.SubmitAsync(WorkflowScenarios.Flood)).Id;
        Assert.Equal(0, (await RereadAsync(desk, article)).Unchanged); // not searched yet
        await desk.Driver.SettleAsync();
        var names = await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel);
        Assert.Equal((2, 0), (await RereadAsync(desk, article) is var read ? read.Unchanged : 0, read.Replaced.Length));
        Assert.Equal(names, await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel));
        TestDesk.Value(await desk.Mediator.Send(new EraseArticle(article, Operator, "why"), Cancel));
        Assert.Equal("articleErased", Code(await desk.Mediator.Send(new RereadArticle(article, Operator), Cancel)));
        Assert.Equal("articleNotFound", Code(await desk.Mediator.Send(new RereadArticle(ArticleId.Of("no"u8), Operator), Cancel)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cut_off_anywhere_it_is_whole_once_it_is_given_again_or_the_desk_starts(bool dies)
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            store = new();
            var (desk, bridges, _) = await WithOldFloodAsync();
            TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve()));
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
            await desk.DisposeAsync();
            var faulty = dies ? FaultyBlobs.DiesAtWrite(write, store) : FaultyBlobs.LosesAnswerOfWrite(write, store);
            await Record.ExceptionAsync(async () =>
            {
                await using var cut = await OpenAsync(faulty);
                await RereadAsync(cut, bridges.Article);
            });
            reached = faulty.Reached;

            await using var after = await OpenAsync();
            await after.Driver.PassAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(2, (await store.ListAsync("queue/", cancel: Cancel).ToListAsync(Cancel)).Count);
            await RereadAsync(after, bridges.Article);
            Assert.Equal(40m, (await after.ClaimAsync(bridges)).Reading.Quantities[0].Value);
            var history = (await HistoryAsync(after, bridges, Sample.Ani)).ToList();
            Assert.Single(history.OfType<ReadingReplaced>());
            Assert.Single(history.OfType<DecisionLapsed>());
            Assert.All((await after.Mediator.Send(new Rebuild(), Cancel)).Folders, folder => Assert.Equal((0, 0), (folder.Written, folder.Removed)));
        }
    }
}
