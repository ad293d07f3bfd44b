using System.Text.Json;

namespace Verify.Claims.Tests.Fuzz;

/// <summary>Every phrase that the files of a shipped language hold, and the words of its rules: what is looked for is what can trip the looking.</summary>
static class LanguagePhrases
{
    public static string[] Of(string tag) => [.. new[] { tag, $"numbers/{tag}", $"cldr/{tag}" }.SelectMany(File).Distinct()];

    static IEnumerable<string> File(string name)
    {
        using var stream = typeof(ClaimExtractor).Assembly.GetManifestResourceStream($"Languages/{name}.json");
        if (stream is null) return [];
        using var document = JsonDocument.Parse(stream);
        return [.. In(document.RootElement)];
    }

    static IEnumerable<string> In(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => In(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(In),
        JsonValueKind.String => Words(element.GetString()!),
        _ => [],
    };

    /// <summary>"20-99/10: [&gt;&gt;und]zwanzig": "und", "zwanzig".</summary>
    static IEnumerable<string> Words(string phrase) =>
        char.IsAsciiDigit(phrase[0]) && phrase.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0
            ? phrase[(colon + 2)..].Split(['<', '>', '=', '[', ']', ' ', '\u00ad'], StringSplitOptions.RemoveEmptyEntries)
            : [phrase];
}
