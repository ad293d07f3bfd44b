using System.Text.Json;

namespace Verify.Functions.Tests.Fakes;

/// <summary>Writes as the platform does: by the type that the value has, not by the one it is declared as.</summary>
static class Wire
{
    static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };

    public static string Write(object? value) => value is null ? "null" : JsonSerializer.Serialize(value, value.GetType(), Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;
}
