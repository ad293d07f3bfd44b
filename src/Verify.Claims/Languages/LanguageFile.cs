using System.Text.Json;

namespace Verify.Claims.Languages;

/// <summary>
/// The entries of one language file by their path: sections and settings, and nothing else may be there. Which of them must
/// be there is for <see cref="LanguageReader"/> to say.
/// </summary>
sealed class LanguageFile
{
    /// <summary>Entries that are no phrases.</summary>
    static readonly string[] Settings =
    [
        "language",
        "source",
        "separators.decimal",
        "separators.group",
        "numerals.engine",
        "numerals.rules",
        "numerals.accents",
        "ordinals.collective",
        "ordinals.indefinite",
        "names.reported",
        "elisions",
        "nouns.direct",
        "nouns.attributive",
        "nouns.capitals",
        "nouns.headEndings",
        "verbs.implied",
        "verbs.second",
        "verbs.prefixes",
        "verbs.suffixes",
        "verbs.past",
        "without",
        "times.dotted",
        "script.signs",
        "script.compounds",
        "numerals.wholeWords",
        "numerals.shortened",
        "nouns.before",
        "numerals.tails",
        "verbs.last",
        "nouns.linked",
        "verbs.first",
        "words.prefixes",
        "words.beforeFigures",
        "words.folded",
    ];

    static readonly HashSet<string> Known = [.. Section.All.Select(s => s.Path).Concat(Settings)];
    static readonly HashSet<string> Branches = [.. Known.SelectMany(Parents)];

    readonly Dictionary<string, Node> entries = new(StringComparer.Ordinal);

    LanguageFile(string name) => Name = name;

    /// <summary>For messages: "id.json".</summary>
    public string Name { get; }

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

    public LanguageDataException Missing(string path) => new($"{Name}: {path} is missing.");

    void Collect(string path, Node node)
    {
        foreach (var (name, value) in node.Members())
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (Branches.Contains(inner)) Collect(inner, value);
            else if (Known.Contains(inner)) entries.Add(inner, value);
            else throw new LanguageDataException($"{Name}: {inner} is no known entry.");
        }
    }

    static IEnumerable<string> Parents(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1)) yield return path[..dot];
    }
}
