using System.Text.Json;

namespace Verify.Claims.Languages;

/// <summary>
/// The entries of one language file by their path: sections and settings, and nothing else may be there. Which of them must
/// be there is for <see cref="LanguageReader"/> to say.
/// </summary>
sealed class LanguageFile
{
    /// <summary>Entries that are no phrases; "source" is for whoever opens the file.</summary>
    static readonly string[] Settings =
    [
        "language", "source", "without",
        "separators.decimal", "separators.group",
        "script.signs", "script.compounds",
        "elisions",
        "words.prefixes", "words.beforeFigures", "words.folded",
        "numerals.engine", "numerals.rules", "numerals.accents", "numerals.wholeWords", "numerals.shortened", "numerals.freeUnits", "numerals.tails", "numerals.joined",
        "ordinals.collective", "ordinals.indefinite",
        "names.reported",
        "nouns.direct", "nouns.attributive", "nouns.capitals", "nouns.headEndings", "nouns.before", "nouns.linked",
        "times.dotted", "times.lettered",
        "verbs.implied", "verbs.second", "verbs.prefixes", "verbs.suffixes", "verbs.past", "verbs.last", "verbs.first",
    ];

    static readonly HashSet<string> Known = [.. Section.All.Select(s => s.Path).Concat(Settings)];
    static readonly HashSet<string> Branches = [.. Known.SelectMany(Parents)];

    readonly Dictionary<string, Node> entries = new(StringComparer.Ordinal);

    LanguageFile(string name) => Name = name;

    /// <summary>For messages: "id.json", "cldr/id.json".</summary>
    public string Name { get; }

    /// <summary>The language that the name says it is of.</summary>
    public string Tag => Name[(Name.LastIndexOf('/') + 1)..Name.LastIndexOf('.')];

    /// <exception cref="LanguageDataException">The file is no JSON, or has an entry that is not known.</exception>
    public static LanguageFile Read(string name, ReadOnlySpan<byte> json)
    {
        try
        {
            var file = new LanguageFile(name);
            file.Collect("", new(name, JsonElement.Parse(json)));
            return file;
        }
        catch (JsonException fault)
        {
            throw new LanguageDataException($"{name}: not JSON at line {fault.LineNumber + 1}.", fault);
        }
    }

    /// <summary>The entry, or null where the file has none.</summary>
    public Node? Find(string path) => entries.GetValueOrDefault(path);

    public LanguageDataException Missing(string path) => new($"{Name}: {path} is missing; {WayOut(path)}.");

    void Collect(string path, Node node)
    {
        foreach (var (name, value) in node.Members())
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (Branches.Contains(inner)) Collect(inner, value);
            else if (Known.Contains(inner)) entries.Add(inner, value);
            else throw new LanguageDataException($"{Name}: {inner} is no known entry; {(path.Length == 0 ? "a file" : path)} may have {string.Join(", ", Below(path))}.");
        }
    }

    static string WayOut(string path) => Section.All.FirstOrDefault(s => s.Path == path) is { } section
        ? $"write {(section.Shape == Shape.Words ? "[]" : "{}")} where the language has none"
        : "this file must say it";

    /// <summary>The names that may stand directly below an entry.</summary>
    static IEnumerable<string> Below(string path)
    {
        var start = path.Length == 0 ? 0 : path.Length + 1;
        return Known.Where(k => start == 0 || k.StartsWith(path + ".", StringComparison.Ordinal)).Select(k => k[start..].Split('.')[0]).Distinct().Order(StringComparer.Ordinal);
    }

    static IEnumerable<string> Parents(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1)) yield return path[..dot];
    }
}
