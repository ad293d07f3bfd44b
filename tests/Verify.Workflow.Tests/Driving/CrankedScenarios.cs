using Verify.Testing.Workflow;

namespace Verify.Workflow.Tests.Driving;

/// <summary>The scenarios over the simplest driver there is, and those that only a driver can play that may be made deaf.</summary>
public sealed class CrankedScenarios : WorkflowScenarios
{
    protected override IScenarioDriver NewDriver() => new CrankedDriver(Clock);

    [Fact]
    public async Task A_lost_hint_costs_time_and_no_decision()
    {
        var (desk, queue) = await WithFloodAsync();
        ((CrankedDriver)desk.Driver).IsDeaf = true;
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromDays(1));
        Assert.Empty(await desk.RecordsAsync());

        await desk.Driver.PassAsync(TimeSpan.FromDays(1)); // the next deadline
        Assert.Single(await desk.RecordsAsync());
    }

    [Fact]
    public async Task A_restart_makes_good_a_lost_hint_at_once()
    {
        var (desk, queue) = await WithFloodAsync();
        ((CrankedDriver)desk.Driver).IsDeaf = true;
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));

        await using var again = await OpenAsync();
        await again.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await again.RecordsAsync());
    }
}
