using System.Text;
using Verify.Benchmarks.Scoreboard;

namespace Verify.Benchmarks.Tests.Scoreboard;

/// <summary>What the scorer wrote, by hand.</summary>
public sealed class ScoresTests
{
    internal const string Written = """
        {"command":["verify"],
         "runs":{"harbour":{"lines":3,"violations":{}},"meadow":{"lines":2,"violations":{"line: not JSON":2,"claim: worth is not within 0 and 1":1}}},
         "metrics":[
          {"set":"harbour","metric":"number recall","lang":"id","value":0.9125,"n":40,"kind":"span","lower_is_better":false},
          {"set":"harbour","metric":"number recall","lang":"en","value":0.5,"n":8,"kind":"span","lower_is_better":false},
          {"set":"harbour","metric":"speaker right (of all 7)","lang":"id","value":null,"n":0,"kind":"span","lower_is_better":false},
          {"set":"meadow","metric":"days taken for numbers","lang":"id","value":0.02,"n":50,"kind":"span","lower_is_better":true}]}
        """;

    internal static Scores Read(string json) => Scores.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Sets_violations_and_figures_are_read()
    {
        var scores = Read(Written);
        Assert.Equal(["harbour", "meadow"], scores.Sets);
        Assert.Equal(3, scores.Violations);
        Assert.Equal(new Score("harbour", "number recall", "en", 0.5, 8), scores.Find("harbour", "number", "en"));
        Assert.Null(scores.Find("harbour", "speaker right (of all", "id")!.Value);
        Assert.Null(scores.Find("meadow", "number", "en"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"runs":{},"metrics":{}}""")]
    [InlineData("""{"runs":{},"metrics":[{"set":"harbour"}]}""")]
    public void Another_shape_is_refused(string json) => Assert.True(Record.Exception(() => Read(json)) is KeyNotFoundException or InvalidOperationException);

    [Fact]
    public void The_shipped_bars_are_shares_and_each_stands_once()
    {
        var bars = Bars.Shipped();
        Assert.All(bars.Needed, bar => Assert.True(bar is { Needed: > 0 and <= 1, Elsewhere: >= 0 and <= 1 }));
        Assert.Equal(bars.Needed.Count, bars.Needed.DistinctBy(bar => (bar.Set, bar.Metric, bar.Lang)).Count());
    }
}
