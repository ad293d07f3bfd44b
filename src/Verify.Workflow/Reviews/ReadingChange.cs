using System.Text.Json;
using System.Text.Json.Nodes;

namespace Verify.Workflow.Reviews;

/// <summary>One part of a reading that says something else than before.</summary>
/// <param name="Field">A JSON pointer into the reading: <c>/quantities/0/value</c>, <c>/speaker/text</c> …</param>
/// <param name="Before">As it was; null where there was nothing.</param>
/// <param name="After">As it is; null where there is nothing.</param>
public sealed record ReadingChange(string Field, JsonNode? Before, JsonNode? After)
{
    /// <summary>In the order in which a reading is written.</summary>
    public static ReadingChange[] Between(Reading before, Reading after) => [.. Differences("", Json(before), Json(after))];

    static JsonNode? Json(Reading reading) => JsonSerializer.SerializeToNode(reading, WorkflowJson.Stored.Reading);

    static IEnumerable<ReadingChange> Differences(string at, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        _ when JsonNode.DeepEquals(before, after) => [],
        (JsonObject one, JsonObject other) => one.Select(field => field.Key).Union(other.Select(field => field.Key))
            .SelectMany(field => Differences($"{at}/{field}", one[field], other[field])),
        (JsonArray one, JsonArray other) when one.Count == other.Count => one.Zip(other).SelectMany((pair, i) => Differences($"{at}/{i}", pair.First, pair.Second)),
        _ => [new(at, before?.DeepClone(), after?.DeepClone())],
    };
}
