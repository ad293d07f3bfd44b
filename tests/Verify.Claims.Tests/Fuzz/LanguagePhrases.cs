using System.Text.Json;

namespace Verify.Claims.Tests.Fuzz;

/// <summary>Every phrase that a shipped language file holds: what its rules look for is what can trip them.</summary>
static class LanguagePhrases
{
    public static string[] Of(string tag)
    {
        using var stream = typeof(ClaimExtractor).Assembly.GetManifestResourceStream($"Languages/{tag}.json")!;
        using var document = JsonDocument.Parse(stream);
        return [.. In(document.RootElement).Distinct()];
    }

    static IEnumerable<string> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => In(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
        JsonValueKind.String => [element.GetString()!],
        _ => [],
    };
}
