using Verify.Benchmarks.Scoreboard;

namespace Verify.Benchmarks.Tests.Scoreboard;

public sealed class ScoreboardCommandTests
{
    [Fact]
    public async Task Without_the_data_there_is_nothing_to_measure() => Assert.Equal(
        2, await ScoreboardCommand.Create().Parse(["--data", "no-such-folder", "--scorer", "no-such-file"]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public void A_page_is_written_of_all_sets_or_not_at_all() => Assert.Equal(
        "--write takes all sets; leave --only away.",
        Assert.Single(ScoreboardCommand.Create().Parse(["--data", "d", "--scorer", "s", "--only", "harbour", "--write", "page.md"]).Errors).Message);
}
