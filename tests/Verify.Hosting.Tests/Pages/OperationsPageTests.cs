using System.Globalization;
using System.Text.RegularExpressions;
using Verify.Hosting.Tests.Telemetry;
using Verify.Testing.Blobs;
using Verify.Workflow.Telemetry;

namespace Verify.Hosting.Tests.Pages;

/// <summary>docs/operations.md tells what the code does.</summary>
[Collection(nameof(Alone))]
public sealed partial class OperationsPageTests
{
    static readonly string Page = Repository.Read("docs/operations.md");

    [Fact]
    public void Every_metric_is_on_the_page_and_every_one_there_is_a_metric()
    {
        using var told = new Measurements();
        using var gauges = new BacklogGauges(new MemoryBlobs(), TimeProvider.System);
        _ = new MeasuredBlobs(new MemoryBlobs()).ReadAsync("a", TestContext.Current.CancellationToken); // the meter is made by whoever measures first
        Assert.Equal(told.Names.Distinct().Order(), MetricRow().Matches(Page).Select(row => row.Groups[1].Value).Order());
    }

    [Fact]
    public void Every_event_id_is_unique_and_in_the_range_of_its_project()
    {
        var ranges = RangeRow().Matches(Page).ToDictionary(row => row.Groups[3].Value, row => (From: Number(row.Groups[1]), To: Number(row.Groups[2])));
        var ids = new Dictionary<int, string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories))
        {
            var place = Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file).Replace('\\', '/');
            if (place.Contains("/obj/", StringComparison.Ordinal) || place.Contains("/bin/", StringComparison.Ordinal)) continue;
            foreach (Match logged in Logged().Matches(File.ReadAllText(file)))
            {
                var id = Number(logged.Groups[1]);
                Assert.True(ids.TryAdd(id, place), $"{place} and {ids[id]} both log event {id}.");
                var project = place.Split('/')[0];
                Assert.True(ranges.TryGetValue(project, out var range), $"{place} logs event {id}, and docs/operations.md has no range for {project}.");
                Assert.True(id >= range.From && id <= range.To, $"{place} logs event {id}; docs/operations.md gives {project} {range.From} to {range.To}.");
            }
        }
        Assert.NotEmpty(ids);
    }

    static int Number(Group text) => int.Parse(text.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| `(verify\.[a-z.]+)`", RegexOptions.Multiline)]
    private static partial Regex MetricRow();

    [GeneratedRegex(@"^\| (\d+) to (\d+) \| `([\w.]+)`", RegexOptions.Multiline)]
    private static partial Regex RangeRow();

    [GeneratedRegex(@"LoggerMessage\(\s*(?:EventId\s*=\s*)?(\d+)")]
    private static partial Regex Logged();
}
