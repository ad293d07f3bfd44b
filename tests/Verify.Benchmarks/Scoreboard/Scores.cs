using System.Text.Json;

namespace Verify.Benchmarks.Scoreboard;

/// <summary>One figure of the scorer.</summary>
sealed record Score(string Set, string Metric, string Lang, double? Value, int Count);

/// <summary>What the scorer wrote.</summary>
/// <param name="Violations">How often an answer broke the contract of <c>verify extract --jsonl</c>, over all sets.</param>
sealed record Scores(IReadOnlyList<Score> Figures, IReadOnlyList<string> Sets, int Violations)
{
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="InvalidOperationException">It is JSON of another shape; so is <see cref="KeyNotFoundException"/>.</exception>
    public static Scores Read(Stream written)
    {
        using var json = JsonDocument.Parse(written);
        var runs = json.RootElement.GetProperty("runs").EnumerateObject().ToList();
        return new(
            [.. json.RootElement.GetProperty("metrics").EnumerateArray().Select(One)],
            [.. runs.Select(run => run.Name)],
            runs.Sum(run => run.Value.GetProperty("violations").EnumerateObject().Sum(kind => kind.Value.GetInt32())));
    }

    /// <summary>The figure of a set and language whose name begins so; null where the scorer gave none.</summary>
    public Score? Find(string set, string metric, string lang) =>
        Figures.FirstOrDefault(score => score.Set == set && score.Lang == lang && score.Metric.StartsWith(metric, StringComparison.Ordinal));

    static Score One(JsonElement metric) => new(
        metric.GetProperty("set").GetString()!,
        metric.GetProperty("metric").GetString()!,
        metric.GetProperty("lang").GetString()!,
        metric.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null,
        metric.GetProperty("n").GetInt32());
}
