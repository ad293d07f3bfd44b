using System.Text.Json.Nodes;
using Verify.Cldr.Spelling;

namespace Verify.Cldr;

/// <summary>The npm packages with the data of Unicode CLDR, as they come.</summary>
sealed class Packages
{
    /// <summary>Languages that CLDR has under another tag than this project; the tag is what ISO 639 calls the language today.</summary>
    static readonly Dictionary<string, string> Renamed = new() { ["no"] = "nb" };

    readonly string root;

    public Packages(string root)
    {
        this.root = root;
        Version = Read("cldr-rbnf", "package.json")!["version"]!.GetValue<string>();
        Rules = Directory.EnumerateFiles(Folder("cldr-rbnf", "rbnf"), "*" + RuleFile.TextEnding).Order(StringComparer.Ordinal)
            .Select(f => (Locale: Path.GetFileName(f)[..^RuleFile.TextEnding.Length], File: f))
            .Concat(Directory.EnumerateFiles(Folder("cldr-rbnf-42", "rbnf"), "*.json").Order(StringComparer.Ordinal).Select(f => (Locale: Path.GetFileNameWithoutExtension(f), File: f)))
            .Where(f => f.Locale is not ("root" or "und"))
            .ToLookup(f => Primary(f.Locale), f => f.File);
        Locales = Directory.EnumerateDirectories(Folder("cldr-numbers-full", "main")).Select(d => Path.GetFileName(d)!).ToLookup(Primary);
        Languages = [.. Locales.Select(l => l.Key).Where(l => Rules.Contains(l) || HasNames(l)).Order(StringComparer.Ordinal)];
    }

    public string Version { get; }

    /// <summary>Files of spell-out rules by language: one a script or region that spells numbers its own way, the newest first. The older release spells some languages otherwise, and texts follow either.</summary>
    public ILookup<string, string> Rules { get; }

    /// <summary>The locales of a language that have data: "sr", "sr-Latn", "sr-Cyrl-BA" …</summary>
    public ILookup<string, string> Locales { get; }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>The locales that differ by script from the language's usual one; regions repeat it.</summary>
    public IEnumerable<string> Scripts(string language) => Locales[language].Where(l => l.Split('-') is [_] or [_, { Length: 4 }]).OrderBy(l => l.Length);

    /// <summary>A file of one locale below its "main" entry; null where the package has none.</summary>
    public JsonNode? Main(string package, string locale, string file) => Read(package, Path.Combine("main", locale, file))?["main"]?[locale];

    JsonNode? Read(string package, string file)
    {
        var path = Folder(package, file);
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
    }

    /// <summary>CLDR keeps many locales that are hardly begun; one that names the months and the kilometre in its own words is further on.</summary>
    bool HasNames(string language)
    {
        var kilometer = Main("cldr-units-full", language, "units.json")?["units"]?["long"]?["length-kilometer"]?["displayName"]?.GetValue<string>();
        var months = Main("cldr-dates-full", language, "ca-gregorian.json")?["dates"]?["calendars"]?["gregorian"]?["months"]?["format"]?["wide"]?["1"]?.GetValue<string>();
        return kilometer is not null && kilometer != "km" && months is not null && !months.StartsWith('M');
    }

    string Folder(string package, string inner) => Path.Combine(root, package, inner);

    static string Primary(string locale)
    {
        var primary = locale.Split('-', '_')[0];
        return Renamed.GetValueOrDefault(primary, primary);
    }
}
