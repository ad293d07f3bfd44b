using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Verify.Cldr.Names;
using Verify.Cldr.Spelling;

namespace Verify.Cldr;

/// <summary>All that CLDR knows of one language and a reader of numbers can use.</summary>
static class LanguageData
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static JsonObject Of(Packages packages, string language)
    {
        var numbers = new SpelledNumbers();
        foreach (var file in packages.Rules[language]) numbers.Add(RuleFile.Read(file));
        numbers.Prune();
        var taken = numbers.Words();
        var currencies = new NameTable(taken);
        var units = new NameTable(taken);
        var unitsBefore = new NameTable(taken);
        var calendar = new CalendarNames();
        var signs = new Signs();
        foreach (var locale in packages.Scripts(language))
        {
            signs.Add(packages.Main("cldr-numbers-full", locale, "numbers.json")?["numbers"]);
            CurrencyNames.Add(packages.Main("cldr-numbers-full", locale, "currencies.json")?["numbers"]?["currencies"], currencies);
            UnitNames.Add(packages.Main("cldr-units-full", locale, "units.json")?["units"], units, unitsBefore, signs);
            calendar.Add(packages.Main("cldr-dates-full", locale, "ca-gregorian.json")?["dates"]?["calendars"]?["gregorian"]);
        }
        foreach (var (word, value) in numbers.Scales) signs.Scales.TryAdd(word, value);
        return new JsonObject
        {
            ["language"] = language,
            ["source"] = $"Unicode CLDR {packages.Version}",
            ["separators"] = new JsonObject { ["decimal"] = signs.Decimal, ["group"] = signs.Group },
            ["numerals"] = new JsonObject
            {
                ["rules"] = new JsonObject(numbers.Sets.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)Texts(s.Value)))),
                ["multipliers"] = Values(numbers.Multipliers),
                ["scales"] = Values(signs.Scales),
                ["point"] = Texts(numbers.Points),
                ["minus"] = Texts(numbers.Minuses),
            },
            ["percent"] = new JsonObject { ["signs"] = Texts(signs.Percents) },
            ["currencies"] = currencies.ToJson(),
            ["units"] = units.ToJson(),
            ["unitsBefore"] = unitsBefore.ToJson(),
            ["times"] = new JsonObject { ["months"] = Texts(calendar.Months.Where(m => !taken.Contains(m))), ["weekdays"] = Texts(calendar.Weekdays.Where(d => !taken.Contains(d))) },
        };
    }

    /// <summary>One entry a line, lists on one line: a change is seen as what it is.</summary>
    public static string ToText(this JsonObject data)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options)) data.WriteTo(writer);
        return OneLineLists.Of(System.Text.Encoding.UTF8.GetString(stream.ToArray())) + "\n";
    }

    static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)t)]);

    static JsonObject Values(IReadOnlyDictionary<string, long> values) => new(values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)v.Value)));
}
