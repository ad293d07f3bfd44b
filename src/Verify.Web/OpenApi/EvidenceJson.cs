using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Verify.Workflow.Reviews;

namespace Verify.Web.OpenApi;

/// <summary>
/// A list of evidence, also one that was never set. The document states the value that a missing field takes, and the framework
/// cannot write the default of an immutable array by itself.
/// </summary>
sealed class EvidenceJson : JsonConverter<ImmutableArray<Evidence>>
{
    public override ImmutableArray<Evidence> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        [.. JsonSerializer.Deserialize<Evidence[]>(ref reader, options) ?? []];

    public override void Write(Utf8JsonWriter writer, ImmutableArray<Evidence> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize<Evidence[]>(writer, value.IsDefault ? [] : [.. value], options);
}
