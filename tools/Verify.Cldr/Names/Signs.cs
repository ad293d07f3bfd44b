using System.Globalization;
using System.Text.Json.Nodes;

namespace Verify.Cldr.Names;

/// <summary>How a language writes numbers in digits: separators, percent signs, the words of round numbers.</summary>
sealed class Signs
{
    public string Decimal { get; private set; } = ".";

    public string Group { get; private set; } = ",";

    public List<string> Percents { get; } = [];

    public Dictionary<string, long> Scales { get; } = [];

    bool any;

    public void Add(JsonNode? numbers)
    {
        if (numbers is null) return;
        var system = numbers["defaultNumberingSystem"]!.GetValue<string>();
        // Separators that only native digits have stand for themselves everywhere; the language chooses among those beside Latin digits.
        var latin = numbers["symbols-numberSystem-latn"] ?? numbers[$"symbols-numberSystem-{system}"];
        if (!any)
        {
            Decimal = latin?["decimal"]?.GetValue<string>() is "," ? "," : ".";
            Group = latin?["group"]?.GetValue<string>() switch { "." => ".", "," => ",", "'" or "’" => "'", _ => " " };
            any = true;
        }
        Percent(latin?["percentSign"]?.GetValue<string>());
        Percent(numbers[$"symbols-numberSystem-{system}"]?["percentSign"]?.GetValue<string>());
        foreach (var width in (string[])["long", "short"]) Compact(numbers[$"decimalFormats-numberSystem-{(numbers["decimalFormats-numberSystem-latn"] is null ? system : "latn")}"]?[width]?["decimalFormat"]);
    }

    public void Percent(string? name)
    {
        name = name?.Replace("\u200e", "", StringComparison.Ordinal).Replace("\u200f", "", StringComparison.Ordinal).Replace("\u061c", "", StringComparison.Ordinal).Trim();
        if (!string.IsNullOrEmpty(name) && !Percents.Contains(name, StringComparer.OrdinalIgnoreCase)) Percents.Add(name);
    }

    /// <summary>"000 millions" for 100,000,000: the word is a million.</summary>
    void Compact(JsonNode? formats)
    {
        foreach (var (key, value) in formats?.AsObject() ?? [])
        {
            if (!long.TryParse(key.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var shown)) continue;
            foreach (var pattern in value!.GetValue<string>().Split(';'))
            {
                var zeros = pattern.Count(c => c == '0');
                var word = pattern.Replace("0", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace("\u200f", "", StringComparison.Ordinal).Trim(' ', '-');
                if (zeros == 0 || word.Length < 2 || word.Contains('¤', StringComparison.Ordinal) || word.Any(char.IsDigit)) continue;
                var scale = shown;
                for (var i = 1; i < zeros; i++) scale /= 10;
                if (scale >= 1000) Scales.TryAdd(word, scale);
            }
        }
    }
}
