using System.Globalization;
using System.Text;

namespace Verify.Benchmarks.Scoreboard;

/// <summary>The scoreboard as Markdown: the bars with what was reached, then what is watched.</summary>
static class Board
{
    public static string Write(Bars bars, Scores scores, string heading)
    {
        var page = new StringBuilder();
        page.Append(heading).Append("\n\n| set | figure | language | here | bar | best elsewhere | |\n| --- | --- | --- | ---: | ---: | ---: | --- |\n");
        foreach (var bar in bars.Needed.Where(bar => scores.Sets.Contains(bar.Set)))
        {
            var value = scores.Find(bar.Set, bar.Metric, bar.Lang)?.Value;
            page.Append(CultureInfo.InvariantCulture, $"| {bar.Set} | {Name(bar.Metric)} | {bar.Lang} | {Plain(value)} | {bar.Needed:0.00} | {bar.Elsewhere:0.00} | {State(value, bar.Needed)} |\n");
        }
        page.Append("\nWatched, the lower the better:\n\n| set | figure | language | here |\n| --- | --- | --- | ---: |\n");
        foreach (var guard in bars.Guards.Where(guard => scores.Sets.Contains(guard.Set)))
        {
            if (scores.Find(guard.Set, guard.Metric, guard.Lang) is { } score) page.Append(CultureInfo.InvariantCulture, $"| {score.Set} | {score.Metric} | {score.Lang} | {Plain(score.Value)} |\n");
        }
        page.Append(CultureInfo.InvariantCulture, $"| all | answers that break the contract of `verify extract --jsonl` | all | {scores.Violations} |\n");
        return page.ToString();
    }

    /// <summary>The beginning of a name may end inside a bracket.</summary>
    static string Name(string metric) => metric.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? metric[..at].TrimEnd() : metric;

    static string Plain(double? value) => value is { } given ? given.ToString("0.000", CultureInfo.InvariantCulture) : "";

    static string State(double? value, double needed) => value switch
    {
        null => "not measured",
        { } reached when reached >= needed => "ok",
        { } reached => string.Create(CultureInfo.InvariantCulture, $"short by {needed - reached:0.000}"),
    };
}
