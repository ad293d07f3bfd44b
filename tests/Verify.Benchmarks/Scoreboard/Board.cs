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
        page.Append("\nWatched, the lower the better:\n\n| set | figure | language | here | at most | |\n| --- | --- | --- | ---: | ---: | --- |\n");
        foreach (var guard in bars.Guards.Where(guard => scores.Sets.Contains(guard.Set)))
        {
            if (scores.Find(guard.Set, guard.Metric, guard.Lang) is { } score) page.Append(CultureInfo.InvariantCulture, $"| {score.Set} | {score.Metric} | {score.Lang} | {Plain(score.Value)} | {(guard.Most is { } most ? most.ToString("0.00", CultureInfo.InvariantCulture) : "")} | {(guard.Most is { } limit ? State(limit, score.Value ?? 1, "over by") : "")} |\n");
        }
        page.Append(CultureInfo.InvariantCulture, $"| all | answers that break the contract of `verify extract --jsonl` | all | {scores.Violations} | 0 | {(scores.Violations == 0 ? "ok" : "broken")} |\n");
        Languages(bars, scores, page);
        return page.ToString();
    }

    /// <summary>The beginning of a name may end inside a bracket.</summary>
    static string Name(string metric) => metric.IndexOf('(', StringComparison.Ordinal) is var at and > 0 ? metric[..at].TrimEnd() : metric;

    static string Plain(double? value) => value is { } given ? given.ToString("0.000", CultureInfo.InvariantCulture) : "";

    /// <summary>One line a language that the sets have: a figure for all languages hides the weak ones.</summary>
    static void Languages(Bars bars, Scores scores, StringBuilder page)
    {
        var columns = bars.Languages.Where(column => scores.Sets.Contains(column.Set)).ToList();
        if (columns.Count == 0) return;
        page.Append(CultureInfo.InvariantCulture, $"\nLanguage by language:\n\n| | {string.Join(" | ", columns.Select(column => $"{column.Set}: {column.As}"))} |\n| --- |{string.Concat(columns.Select(_ => " ---: |"))}\n");
        foreach (var language in scores.Figures.Where(figure => columns.Exists(column => column.Set == figure.Set && figure.Metric.StartsWith(column.Metric, StringComparison.Ordinal))).Select(figure => figure.Lang).Where(tag => tag is not ("all" or "")).Distinct().Order(StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {language} | {string.Join(" | ", columns.Select(column => Short(scores.Find(column.Set, column.Metric, language)?.Value)))} |\n");
        }
    }

    static string Short(double? value) => value is { } given ? given.ToString("0.00", CultureInfo.InvariantCulture) : "";

    static string State(double? value, double needed, string lacking = "short by") => value switch
    {
        null => "not measured",
        { } reached when reached >= needed => "ok",
        { } reached => string.Create(CultureInfo.InvariantCulture, $"{lacking} {needed - reached:0.000}"),
    };
}
