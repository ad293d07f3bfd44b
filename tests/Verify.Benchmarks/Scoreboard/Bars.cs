using System.Text.Json;

namespace Verify.Benchmarks.Scoreboard;

/// <summary>A figure that must be reached.</summary>
/// <param name="Metric">How the scorer's name of it begins.</param>
/// <param name="Elsewhere">The best figure known of anybody else's program on the same set.</param>
sealed record Bar(string Set, string Metric, string Lang, double Elsewhere, double Needed);

/// <summary>A figure that is watched so that no bar is reached at its cost; the lower the better.</summary>
/// <param name="Most">What it may be at most; null where nothing is set.</param>
sealed record Guard(string Set, string Metric, string Lang, double? Most);

/// <summary>A column of the table of languages.</summary>
sealed record Column(string Set, string Metric, string As);

/// <summary>What <c>bars.json</c> holds.</summary>
sealed record Bars(IReadOnlyList<Bar> Needed, IReadOnlyList<Guard> Guards, IReadOnlyList<Column> Languages)
{
    public static Bars Shipped()
    {
        using var file = typeof(Bars).Assembly.GetManifestResourceStream("Scoreboard/bars.json")!;
        using var json = JsonDocument.Parse(file);
        return new(
            [.. json.RootElement.GetProperty("bars").EnumerateArray().Select(bar => new Bar(Text(bar, "set"), Text(bar, "metric"), Text(bar, "lang"), Figure(bar, "elsewhere"), Figure(bar, "bar")))],
            [.. json.RootElement.GetProperty("guards").EnumerateArray().Select(guard => new Guard(Text(guard, "set"), Text(guard, "metric"), Text(guard, "lang"), guard.TryGetProperty("most", out var most) ? most.GetDouble() : null))],
            [.. json.RootElement.GetProperty("languages").EnumerateArray().Select(column => new Column(Text(column, "set"), Text(column, "metric"), Text(column, "as")))]);
    }

    static string Text(JsonElement entry, string name) => entry.GetProperty(name).GetString()!;

    static double Figure(JsonElement entry, string name) => entry.GetProperty(name).GetDouble();
}
