using Verify.Workflow;
using Verify.Workflow.Reviews;
using Xunit;

namespace Verify.Testing.Workflow;

/// <summary>A fortnight of deadlines: what stands in a claim's history after so much time, for one who decides at some time and one who never does.</summary>
public abstract partial class WorkflowScenarios
{
    public static TheoryData<string, double, string> Ladder => new()
    {
        { "an hour", 1, "reviewOpened" },
        { "a second less than a day", 24 - 1 / 3600d, "reviewOpened" },
        { "a day", 24, "reviewOpened reviewReminded" },
        { "a day and a half", 36, "reviewOpened reviewReminded" },
        { "two days", 48, "reviewOpened reviewReminded reviewEscalated" },
        { "a week", 7 * 24, "reviewOpened reviewReminded reviewEscalated" },
        { "two weeks", 14 * 24, "reviewOpened reviewReminded reviewEscalated reviewExpired articleTold" },
        { "two months", 60 * 24, "reviewOpened reviewReminded reviewEscalated reviewExpired articleTold" },
    };

    [Theory, MemberData(nameof(Ladder))]
    public async Task Nobody_decides(string after, double hours, string happened)
    {
        Assert.NotEmpty(after);
        var (desk, queue) = await WithFloodAsync();
        await desk.Driver.PassAsync(TimeSpan.FromHours(hours));
        Assert.Equal(happened, await HappenedAsync(desk, queue[0].Id));
    }

    [Theory, MemberData(nameof(Ladder))]
    public async Task Nobody_gives_the_second_decision(string after, double hours, string happened)
    {
        Assert.NotEmpty(after);
        var (desk, claim) = await WithFirstDecisionAsync();
        await desk.Driver.PassAsync(TimeSpan.FromHours(hours));
        Assert.Equal(happened, (await HappenedAsync(desk, claim)).Replace(" claimApproved", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_editor_settles_a_disagreement()
    {
        var (desk, claim) = await WithFirstDecisionAsync();
        await desk.Driver.PassAsync(TimeSpan.FromHours(30));
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(1), "decision-2", Sample.Budi));
        await PassUndoAsync(desk);
        const string Differ = "reviewOpened claimApproved reviewReminded claimApproved reviewersDisagreed";
        await desk.Driver.PassAsync(TimeSpan.FromHours(23));
        Assert.Equal(Differ, await HappenedAsync(desk, claim));
        await desk.Driver.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal($"{Differ} reviewReminded", await HappenedAsync(desk, claim));
        await desk.Driver.PassAsync(TimeSpan.FromDays(1));
        Assert.Equal($"{Differ} reviewReminded reviewEscalated", await HappenedAsync(desk, claim));
        await desk.Driver.PassAsync(TimeSpan.FromDays(12));
        Assert.Equal($"{Differ} reviewReminded reviewEscalated reviewExpired articleTold", await HappenedAsync(desk, claim));
        await desk.Driver.PassAsync(TimeSpan.FromDays(30));
        Assert.DoesNotContain(await NamesAsync(), name => name.StartsWith("due/", StringComparison.Ordinal) || name.StartsWith("queue/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_reminder_the_ladder_begins_with_the_head_of_the_queue()
    {
        var (desk, queue) = await WithFloodAsync(new WorkflowOptions { RemindAfter = TimeSpan.Zero });
        await desk.Driver.PassAsync(TimeSpan.FromDays(3));
        Assert.Equal("reviewOpened reviewEscalated", await HappenedAsync(desk, queue[0].Id));
    }

    static async Task<string> HappenedAsync(TestDesk desk, ClaimId claim) => string.Join(' ',
        TestDesk.Value(await desk.Mediator.Send(new GetHistory(claim, Sample.Ani.Id))).Events
            .Select(happened => char.ToLowerInvariant(happened.GetType().Name[0]) + happened.GetType().Name[1..]));
}
