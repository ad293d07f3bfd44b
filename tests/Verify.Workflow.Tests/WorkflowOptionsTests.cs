namespace Verify.Workflow.Tests;

/// <summary>Settings that contradict each other stop the start and are named.</summary>
public sealed class WorkflowOptionsTests
{
    public static TheoryData<WorkflowOptions, string> Wrong => new()
    {
        { new() { WorthThreshold = 1.1 }, "WorthThreshold" },
        { new() { WorthThreshold = double.NaN }, "WorthThreshold" },
        { new() { UndoWindow = TimeSpan.FromSeconds(-1) }, "UndoWindow" },
        { new() { EscalateAfter = TimeSpan.Zero }, "EscalateAfter" },
        { new() { ExpireAfter = TimeSpan.FromDays(2) }, "ExpireAfter" },
        { new() { MostClaimsPerArticle = 0 }, "MostClaimsPerArticle" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_setting_is_named(WorkflowOptions options, string name) =>
        Assert.StartsWith($"The setting {name} is ", Assert.Throws<OptionException>(options.Checked).Message, StringComparison.Ordinal);

    [Fact]
    public void The_defaults_hold() => Assert.Equal(new(), new WorkflowOptions().Checked());
}
