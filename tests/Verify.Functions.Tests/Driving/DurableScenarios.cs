using Verify.Functions.Driving;
using Verify.Functions.Tests.Fakes;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Reviews;

namespace Verify.Functions.Tests.Driving;

/// <summary>The scenarios over the Durable driver, and those that only it can play.</summary>
public sealed class DurableScenarios : WorkflowScenarios
{
    readonly FakeTaskHub hub;

    public DurableScenarios() => hub = new(Clock);

    protected override IScenarioDriver NewDriver() => new DurableDriver(hub, Clock);

    /// <summary>Decisions cannot be taken back.</summary>
    static WorkflowOptions Final => new() { UndoWindow = TimeSpan.Zero };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A claim whose orchestration began at the end of its first undo window and waits for that of a second decision, five seconds later.</summary>
    async Task<(TestDesk Desk, ClaimId Claim)> WithOneThatWaitsAsync()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(5));
        TestDesk.Value(await desk.WithdrawAsync(queue[0].Id));
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve(), "decision-2"));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(ClaimState.Decided, (await desk.ClaimAsync(queue[0].Id)).State);
        return (desk, queue[0].Id);
    }

    static DurableDriver Driver(TestDesk desk) => (DurableDriver)desk.Driver;

    [Fact]
    public async Task A_plain_approval_costs_few_durable_actions()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await desk.RecordsAsync());

        var review = hub.Instances[queue[0].Id.Value];
        Assert.True(review.IsOver);
        // Start, put off to the end of the undo window; the advance that publishes; completion. At most seven are allowed.
        Assert.Equal(3, review.Actions);
        Assert.Equal(["CallActivity"], review.Asked.Select(asked => asked.GetType().Name));
    }

    [Fact]
    public async Task What_is_due_at_once_is_published_by_the_decision_itself()
    {
        var (desk, queue) = await WithFloodAsync(Final);
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        Assert.Single(await desk.RecordsAsync());
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal([queue[0].Id.Article.Value], hub.Instances.Keys);
    }

    [Fact]
    public async Task Whatever_answer_of_the_store_is_lost_what_is_due_at_once_is_published_once()
    {
        var (tookOver, lost) = (0, 1);
        for (FaultyBlobs store; ; lost++)
        {
            hub.Forget();
            store = FaultyBlobs.LosesAnswerOfWrite(lost, new MemoryBlobs());
            await using var desk = await OpenAsync(Final, store);
            await AgainAsync(() => desk.SubmitAsync(Flood));
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
            var queue = await desk.QueueAsync();
            foreach (var entry in queue) await AgainAsync(() => desk.DecideAsync(entry.Id, Sample.Approve()));
            if (queue.Any(entry => hub.Instances.ContainsKey(entry.Id.Value))) tookOver++;
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
            Assert.Equal(2, (await desk.RecordsAsync()).Count);
            Assert.Equal(ArticleOutcome.Reviewed, (await desk.ArticleAsync(queue[0].Id.Article)).Outcome);
            if (!store.Reached) break;
        }
        Assert.InRange(tookOver, 5, lost); // an orchestration went on where the decision could not
    }

    /// <summary>A sender repeats what was answered with an error.</summary>
    static async Task AgainAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (StoreException)
        {
            await send();
        }
    }

    [Fact]
    public async Task Nothing_runs_for_a_claim_that_waits_for_days()
    {
        var (desk, queue) = await WithFloodAsync();
        var article = Assert.Single(hub.Instances.Values);
        Assert.Equal((queue[0].Id.Article.Value, true, 1), (article.Id, article.IsOver, article.Asked.Count));

        await desk.Driver.PassAsync(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        Assert.All(await desk.QueueAsync(), entry => Assert.True(entry.IsEscalated));
        Assert.All(hub.Instances.Values, instance => Assert.True(instance.IsOver));
    }

    [Fact]
    public async Task An_article_is_finished_with_its_last_review_and_not_woken_for_it()
    {
        var (desk, queue) = await WithFloodAsync();
        foreach (var (index, entry) in queue.Index()) TestDesk.Value(await desk.DecideAsync(entry.Id, Sample.Approve(), $"decision-{index}"));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));

        var article = queue[0].Id.Article;
        Assert.Equal(ArticleOutcome.Reviewed, (await desk.ArticleAsync(article)).Outcome);
        Assert.Single(Driver(desk).Performed, call => Wire.Read<AdvanceInput>(call.Input).Id == article.Value);
    }

    [Fact]
    public async Task An_orchestration_knows_names_and_times_and_no_text()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve(note: "checked with the ministry")));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        foreach (var instance in hub.Instances.Values)
        {
            var held = string.Join('\n', [instance.Input, instance.Status, instance.Output, .. instance.Asked.Select(asked => asked.ToString()), .. instance.History.Select(happened => happened.ToString())]);
            Assert.DoesNotContain("jembatan", held, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("ministry", held, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Sample.Ani.Id, held, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_operator_reads_what_an_orchestration_waits_for()
    {
        var (_, claim) = await WithOneThatWaitsAsync();
        Assert.Equal(new("waiting", Sample.Noon.AddSeconds(15), 1), Wire.Read<LoopStatus>(hub.Instances[claim.Value].Status!));
    }

    [Fact]
    public async Task A_lost_hint_costs_a_minute_and_no_decision()
    {
        var (desk, queue) = await WithFloodAsync();
        Driver(desk).Client.IsDeaf = true;
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(50));
        Assert.Empty(await desk.RecordsAsync());

        Driver(desk).Client.IsDeaf = false;
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(await desk.RecordsAsync());
    }

    [Fact]
    public async Task A_desk_that_moved_without_its_orchestrations_goes_on()
    {
        var (desk, queue) = await WithFloodAsync();
        hub.Forget();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Single(await desk.RecordsAsync());

        await desk.Driver.PassAsync(TimeSpan.FromDays(3)); // the other claim's own deadline
        Assert.True(Assert.Single(await desk.QueueAsync()).IsEscalated);
    }

    [Fact]
    public async Task Wake_ups_that_come_while_one_is_answered_are_one_advance_more()
    {
        var (desk, claim) = await WithOneThatWaitsAsync();
        var before = Driver(desk).Performed.Count;
        for (var time = 0; time < 5; time++) await desk.Driver.WakeAsync(claim, cancel: Cancel);
        await desk.Driver.SettleAsync();
        Assert.Equal(before + 2, Driver(desk).Performed.Count);
    }

    [Fact]
    public async Task A_failing_activity_is_tried_again()
    {
        var (desk, queue) = await WithFloodAsync();
        Driver(desk).FailingActivities = 3;
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10 + 2 + 4 + 8));
        Assert.Single(await desk.RecordsAsync());
    }

    [Fact]
    public async Task What_fails_in_every_try_is_stalled_and_goes_on_when_its_time_comes()
    {
        var (desk, queue) = await WithFloodAsync();
        Driver(desk).FailingActivities = 8;
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(6));
        var stalled = Assert.Single(TestDesk.Value(await desk.Mediator.Send(new Workflow.Stalls.ListStalled(), Cancel)).Items);
        Assert.Equal((queue[0].Id.Value, "The store answered 503."), (stalled.Id, stalled.Reason));
        Assert.Equal("stalled", Wire.Read<LoopStatus>(hub.Instances[queue[0].Id.Value].Status!).State);

        await desk.Driver.PassAsync(TimeSpan.FromMinutes(15));
        Assert.Single(await desk.RecordsAsync());
        Assert.Empty(TestDesk.Value(await desk.Mediator.Send(new Workflow.Stalls.ListStalled(), Cancel)).Items);
    }

    [Fact]
    public async Task When_not_even_the_stall_can_be_written_the_next_sweep_tries_again()
    {
        var (desk, queue) = await WithFloodAsync();
        Driver(desk).FailingActivities = 16;
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(12));
        Assert.Equal(0, Driver(desk).FailingActivities);
        Assert.Single(await desk.RecordsAsync());
    }

    [Fact]
    public async Task An_orchestration_that_is_woken_for_ever_keeps_a_short_history_and_loses_nothing()
    {
        var (desk, claim) = await WithOneThatWaitsAsync();
        for (var time = 0; time < 120; time++)
        {
            await desk.Driver.WakeAsync(claim, cancel: Cancel);
            await desk.Driver.SettleAsync();
        }
        var review = hub.Instances[claim.Value];
        Assert.Equal(2, review.Runs);
        Assert.InRange(review.History.Count, 1, 100);

        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(claim)).State);
    }

    [Fact]
    public async Task A_review_decided_and_taken_back_again_and_again_comes_to_its_end()
    {
        var (desk, queue) = await WithFloodAsync();
        for (var time = 0; time < 20; time++)
        {
            TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve(), $"decision-{time}"));
            TestDesk.Value(await desk.WithdrawAsync(queue[0].Id, $"decision-{time}"));
            await desk.Driver.SettleAsync();
        }
        Assert.Equal(2, (await desk.QueueAsync()).Count);
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve(), "decision-last"));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(await desk.RecordsAsync());
    }

    [Fact]
    public async Task A_second_start_of_an_article_changes_nothing()
    {
        var (desk, queue) = await WithFloodAsync();
        for (var time = 0; time < 3; time++) await desk.Driver.WakeAsync(queue[0].Id.Article, Sample.Noon, Cancel);
        await desk.Driver.SettleAsync();
        Assert.Equal(2, (await desk.QueueAsync()).Count);
    }
}
