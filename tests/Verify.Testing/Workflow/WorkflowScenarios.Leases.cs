using Verify.Workflow;
using Verify.Workflow.Reviews;
using Xunit;

namespace Verify.Testing.Workflow;

/// <summary>Who works on a claim.</summary>
public abstract partial class WorkflowScenarios
{
    static async Task<Answer<ClaimView>> LeaseAsync(TestDesk desk, ClaimId claim, Actor by, string? note = null) => await desk.Mediator.Send(new LeaseClaim(claim, by, note));

    [Fact]
    public async Task Two_who_ask_for_the_next_claim_at_once_get_different_ones()
    {
        var (desk, queue) = await WithFloodAsync();
        var taken = await Task.WhenAll(
            Task.Run(() => desk.Mediator.Send(new TakeNext(Sample.Ani))), Task.Run(() => desk.Mediator.Send(new TakeNext(Sample.Budi))));
        Assert.Equal(queue.Select(entry => entry.Id).Order(ById), taken.Select(answer => TestDesk.Value(answer).Id).Order(ById));
        Assert.Equal("nothingWaits", TestDesk.RefusalOf(await desk.Mediator.Send(new TakeNext(Sample.Citra))).Code);
        Assert.All(await desk.QueueAsync(), entry => Assert.NotNull(entry.Lease));
    }

    [Fact]
    public async Task A_claim_that_somebody_works_on_is_theirs_until_its_time_is_over()
    {
        var (desk, queue) = await WithFloodAsync();
        var claim = queue[0].Id;
        var leased = TestDesk.Value(await LeaseAsync(desk, claim, Sample.Ani));
        Assert.Equal(new LeaseView(Sample.Ani.Id, Sample.Noon.AddMinutes(10)), leased.Lease);
        Assert.Equal(queue[0].Id, (await desk.QueueAsync())[0].Id); // stays in its place
        var refusal = TestDesk.RefusalOf(await LeaseAsync(desk, claim, Sample.Budi));
        Assert.Equal((RefusalKind.Conflict, "claimLeased"), (refusal.Kind, refusal.Code));
        Assert.Equal("claimLeased", TestDesk.RefusalOf(await desk.DecideAsync(claim, Sample.Approve(), "decision-2", Sample.Budi)).Code);

        await desk.Driver.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Null((await desk.ClaimAsync(claim)).Lease);
        Assert.Null((await desk.QueueAsync())[0].Lease);
        TestDesk.Value(await LeaseAsync(desk, claim, Sample.Budi));
    }

    [Fact]
    public async Task A_claim_is_taken_over_with_a_note_that_its_history_keeps()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await LeaseAsync(desk, queue[0].Id, Sample.Ani));
        TestDesk.Value(await LeaseAsync(desk, queue[0].Id, Sample.Budi, "Ani has gone home."));
        var history = TestDesk.Value(await desk.Mediator.Send(new GetHistory(queue[0].Id, Sample.Citra.Id)));
        var taken = history.Events.OfType<ClaimLeased>().Last();
        Assert.Equal((Sample.Budi.Id, "Ani has gone home.", Sample.Ani.Id), (taken.By, taken.Note, taken.From));
        Assert.Equal("claimLeased", TestDesk.RefusalOf(await desk.DecideAsync(queue[0].Id, Sample.Approve())).Code);
    }

    [Theory]
    [InlineData("Ani\0", "notText")]
    [InlineData("\u202Eenog", "notText")]
    [InlineData("\u200B", "claimLeased")]
    public async Task A_note_to_take_over_is_text_that_is_seen(string note, string code)
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await LeaseAsync(desk, queue[0].Id, Sample.Ani));
        Assert.Equal(code, TestDesk.RefusalOf(await LeaseAsync(desk, queue[0].Id, Sample.Budi, note)).Code);
    }

    [Fact]
    public async Task Who_stays_on_a_claim_keeps_it_and_writes_little()
    {
        var (desk, queue) = await WithFloodAsync();
        for (var minute = 0; minute < 60; minute++)
        {
            TestDesk.Value(await LeaseAsync(desk, queue[0].Id, Sample.Ani));
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(Sample.Ani.Id, (await desk.ClaimAsync(queue[0].Id)).Lease?.By);
        Assert.InRange(TestDesk.Value(await desk.Mediator.Send(new GetHistory(queue[0].Id, Sample.Ani.Id))).Events.Length, 2, 14);
    }

    [Fact]
    public async Task A_claim_given_back_or_decided_is_nobody_s()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await LeaseAsync(desk, queue[0].Id, Sample.Ani));
        TestDesk.Value(await desk.Mediator.Send(new EndLease(queue[0].Id, Sample.Budi))); // not theirs: nothing happens
        Assert.NotNull((await desk.ClaimAsync(queue[0].Id)).Lease);
        TestDesk.Value(await desk.Mediator.Send(new EndLease(queue[0].Id, Sample.Ani)));
        TestDesk.Value(await desk.Mediator.Send(new EndLease(queue[0].Id, Sample.Ani)));
        Assert.Null((await desk.ClaimAsync(queue[0].Id)).Lease);

        TestDesk.Value(await LeaseAsync(desk, queue[1].Id, Sample.Ani));
        TestDesk.Value(await desk.DecideAsync(queue[1].Id, Sample.Approve()));
        await PassUndoAsync(desk);
        Assert.DoesNotContain(await NamesAsync(), name => name.StartsWith("leases/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_whose_turn_it_is_takes_a_claim()
    {
        var (desk, claim) = await WithFirstDecisionAsync();
        Assert.Equal("anotherReviewerDecides", TestDesk.RefusalOf(await LeaseAsync(desk, claim, Sample.Ani)).Code);
        Assert.Equal("roleMayNotDecide", TestDesk.RefusalOf(await LeaseAsync(desk, claim, new("s-1", Role.Submitter))).Code);
        TestDesk.Value(await LeaseAsync(desk, claim, Sample.Budi));
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(1), "decision-2", Sample.Budi));
        Assert.Equal("alreadyDecided", TestDesk.RefusalOf(await LeaseAsync(desk, claim, Sample.Citra)).Code);
        await PassUndoAsync(desk);
        Assert.Equal("editorDecides", TestDesk.RefusalOf(await LeaseAsync(desk, claim, Sample.Citra)).Code);
        Assert.Equal("anotherEditorDecides", TestDesk.RefusalOf(await LeaseAsync(desk, claim, Sample.Ani with { Role = Role.Editor })).Code);
        TestDesk.Value(await LeaseAsync(desk, claim, Sample.Dewi));
    }
}
