using Verify.Functions.Tests.Fakes;
using Verify.Testing.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Functions.Tests.Driving;

/// <summary>The scenarios over the Durable driver, and those that only it can play.</summary>
public sealed class DurableScenarios : WorkflowScenarios
{
    readonly FakeTaskHub hub;

    public DurableScenarios() => hub = new(Clock);

    protected override IScenarioDriver NewDriver() => new DurableDriver(hub, Clock);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

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
        // Start, the timer of the escalation, the timer of the undo window, one advance, completion.
        Assert.Equal(5, review.Actions);
        Assert.Equal(["StartTimer", "StartTimer", "CallActivity"], review.Asked.Select(asked => asked.GetType().Name));
    }

    [Fact]
    public async Task An_article_is_advanced_once_and_again_when_its_last_review_closes()
    {
        var (desk, queue) = await WithFloodAsync();
        foreach (var (index, entry) in queue.Index()) TestDesk.Value(await desk.DecideAsync(entry.Id, Sample.Approve(), $"decision-{index}"));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));

        var article = hub.Instances[queue[0].Id.Article.Value];
        Assert.Equal(("reviewed", 2), (article.Output, article.Asked.OfType<CallActivity>().Count()));
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
        var (_, queue) = await WithFloodAsync();
        var status = Wire.Read<Functions.Driving.LoopStatus>(hub.Instances[queue[0].Id.Value].Status!);
        Assert.Equal(new("waiting", Sample.Noon.AddDays(2), 0), status);
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
        var (desk, queue) = await WithFloodAsync();
        var before = Driver(desk).Performed.Count;
        for (var time = 0; time < 5; time++) await desk.Driver.WakeAsync(queue[0].Id, cancel: Cancel);
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
        Assert.Equal("stalled", Wire.Read<Functions.Driving.LoopStatus>(hub.Instances[queue[0].Id.Value].Status!).State);

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
    public async Task A_review_decided_and_taken_back_for_ever_keeps_a_short_history_and_loses_no_event()
    {
        var (desk, queue) = await WithFloodAsync();
        var claim = queue[0].Id;
        for (var time = 0; time < 120; time++)
        {
            TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(), $"decision-{time}"));
            TestDesk.Value(await desk.WithdrawAsync(claim, $"decision-{time}"));
            await desk.Driver.SettleAsync();
        }
        var review = hub.Instances[claim.Value];
        Assert.Equal(2, review.Runs);
        Assert.InRange(review.History.Count, 1, 400);

        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(), "decision-last"));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(claim)).State);
    }

    [Fact]
    public async Task An_article_seen_for_ever_keeps_a_short_history_and_starts_no_review_twice()
    {
        var (desk, queue) = await WithFloodAsync();
        for (var time = 0; time < 120; time++)
        {
            await desk.SubmitAsync(Flood);
            await desk.Driver.SettleAsync();
        }
        var article = hub.Instances[queue[0].Id.Article.Value];
        Assert.Equal(2, article.Runs);
        Assert.DoesNotContain(article.Asked, asked => asked is StartSub);
    }

    [Fact]
    public async Task A_second_start_of_an_article_changes_nothing()
    {
        var (desk, queue) = await WithFloodAsync();
        var before = hub.Instances.Count;
        await desk.Driver.WakeAsync(queue[0].Id.Article, Sample.Noon, Cancel);
        await desk.Driver.SettleAsync();
        Assert.Equal(before, hub.Instances.Count);
        Assert.Equal(2, (await desk.QueueAsync()).Count);
    }
}
