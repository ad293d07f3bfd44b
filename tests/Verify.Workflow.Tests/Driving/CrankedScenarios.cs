using System.Text;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;

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
        await desk.Driver.PassAsync(TimeSpan.FromHours(23));
        Assert.Empty(await desk.RecordsAsync());

        await desk.Driver.PassAsync(TimeSpan.FromHours(1)); // the next deadline
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

    /// <summary>A machine stopped in the middle of the append that closes the last review: the first line whole, the second gone.</summary>
    [Fact]
    public async Task A_last_closing_whose_second_half_was_lost_still_finishes_its_article()
    {
        var (desk, queue) = await WithFloodAsync(new WorkflowOptions { UndoWindow = TimeSpan.Zero });
        foreach (var entry in queue) TestDesk.Value(await desk.DecideAsync(entry.Id, Sample.Approve()));
        await desk.Driver.SettleAsync();
        var (article, last) = (queue[0].Id.Article, queue[1].Id);
        await CutLastLinesAsync($"journals/article/{article}", 1, "articleFinished");
        await CutLastLinesAsync($"journals/review/{last}", 2, "recordPublished");
        Assert.Null((await desk.ArticleAsync(article)).Outcome);

        await desk.Driver.WakeAsync(last, cancel: TestContext.Current.CancellationToken);
        await desk.Driver.SettleAsync();
        Assert.Equal(ArticleOutcome.Reviewed, (await desk.ArticleAsync(article)).Outcome);
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
    }

    async Task CutLastLinesAsync(string name, int count, string firstOfThem)
    {
        var cancel = TestContext.Current.CancellationToken;
        var lines = Encoding.UTF8.GetString((await Store.ReadAsync(name, cancel))!.Content.Span).TrimEnd('\n').Split('\n');
        Assert.Contains(firstOfThem, lines[^count], StringComparison.Ordinal);
        await Store.DeleteAsync(name, cancel: cancel);
        await Store.AppendAsync(name, Encoding.UTF8.GetBytes(string.Concat(lines[..^count].Select(line => line + '\n'))), 0, cancel);
    }
}
