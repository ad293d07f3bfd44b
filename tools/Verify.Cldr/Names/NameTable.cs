using System.Text.Json.Nodes;

namespace Verify.Cldr.Names;

/// <summary>Names by code, in the order they came. A name belongs to the first code that has it.</summary>
/// <param name="numbers">Words that no name may be.</param>
sealed class NameTable(IReadOnlySet<string> numbers)
{
    readonly Dictionary<string, List<string>> names = [];
    readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string code, string? name)
    {
        name = name?.Replace("\u00ad", "", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace("\u200f", "", StringComparison.Ordinal).Replace("\u200e", "", StringComparison.Ordinal).Trim();
        if (string.IsNullOrEmpty(name) || name.AsSpan().IndexOfAny("{(") >= 0 || name.Any(char.IsDigit) || numbers.Contains(name) || !taken.Add(name)) return;
        if (!names.TryGetValue(code, out var list)) names[code] = list = [];
        list.Add(name);
    }

    public JsonObject ToJson() => new(names.Select(n => KeyValuePair.Create(n.Key, (JsonNode?)new JsonArray([.. n.Value.Select(v => (JsonNode?)v)]))));
}
