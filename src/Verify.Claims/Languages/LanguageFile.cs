using System.Text.Json;
using Verify.Claims.Numerals;
using Verify.Claims.Worth;

namespace Verify.Claims.Languages;

/// <summary>
/// Reads a language file strictly: every section must be there, nothing else may be, and a phrase stands once in a group
/// of sections. The first fault is thrown with file and entry.
/// </summary>
sealed class LanguageFile
{
    /// <summary>Entries that are no phrases.</summary>
    static readonly string[] Settings =
    [
        "language", "separators.decimal", "separators.group", "numerals.engine", "ordinals.collective", "names.reported",
        "nouns.direct", "nouns.headEndings", "verbs.implied", "verbs.prefixes", "verbs.suffixes", "verbs.past",
    ];

    /// <summary>Stands for the code of a unit that UCUM and ISO 4217 do not know.</summary>
    const string NoCode = "-";

    static readonly HashSet<string> Branches = [.. Section.All.Select(s => s.Path).Concat(Settings).SelectMany(Parents)];

    readonly string name;
    readonly Dictionary<string, Node> entries = new(StringComparer.Ordinal);

    LanguageFile(string name) => this.name = name;

    /// <param name="name">The file's name, for messages: "id.json".</param>
    /// <exception cref="LanguageDataException">The file breaks a rule.</exception>
    public static Language Read(string name, ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var file = new LanguageFile(name);
            file.Collect("", new(name, "", document.RootElement));
            return file.Build();
        }
        catch (JsonException fault)
        {
            throw new LanguageDataException($"{name}: not JSON at line {fault.LineNumber + 1}.", fault);
        }
    }

    void Collect(string path, Node node)
    {
        foreach (var (name, value) in node.Members())
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (Branches.Contains(inner)) Collect(inner, value);
            else if (Array.Exists(Section.All, s => s.Path == inner) || Settings.Contains(inner)) entries.Add(inner, value);
            else throw new LanguageDataException($"{this.name}: {inner} is no known entry.");
        }
    }

    Language Build()
    {
        var lexicon = new LexiconBuilder();
        var seen = new HashSet<(string Group, string Phrase)>();
        foreach (var section in Section.All)
        {
            foreach (var (entry, phrase, value, code) in Phrases(section, Entry(section.Path)))
            {
                var exact = IsExact(section.Role, phrase);
                if (!seen.Add((section.Group, exact ? phrase : phrase.ToLowerInvariant()))) throw new LanguageDataException($"{this.name}: {entry}: \"{phrase}\" is listed twice.");
                lexicon.Add(phrase, section.Role, exact, value, code, section.Detail);
            }
        }
        foreach (var (section, phrase, code) in CommonPhrases.All)
        {
            var exact = IsExact(section.Role, phrase);
            if (seen.Add((section.Group, exact ? phrase : phrase.ToLowerInvariant()))) lexicon.Add(phrase, section.Role, exact, 0, code, section.Detail);
        }
        RefuseUnweighed("topics");
        RefuseUnweighed("wideTopics");
        var words = lexicon.Build();
        return new()
        {
            Tag = Entry("language").Text(),
            Numerals = NumeralEngine.Named(Entry("numerals.engine").Text()) ?? throw Entry("numerals.engine").Wrong(" names no engine there is."),
            Decimal = Separator("separators.decimal"),
            Group = Separator("separators.group"),
            Collective = Flag("ordinals.collective"),
            NamesReported = Flag("names.reported"),
            DirectNouns = Flag("nouns.direct"),
            HeadEndings = Entry("nouns.headEndings").Texts(),
            ImpliedVerbs = Flag("verbs.implied"),
            VerbPrefixes = Entry("verbs.prefixes").Texts(),
            VerbSuffixes = Entry("verbs.suffixes").Texts(),
            PastEndings = Entry("verbs.past").Texts(),
            Lexicon = words,
            Candidates = new(words, lexicon.Phrases),
        };
    }

    /// <summary>A topic without a weight would be met only when a claim is.</summary>
    void RefuseUnweighed(string path)
    {
        foreach (var (topic, _) in Entry(path).Members())
        {
            if (!WorthTable.AllTopics.Contains(topic)) throw Entry(path).Wrong($".{topic} is no topic that claims are weighed by.");
        }
    }

    static IEnumerable<(string Entry, string Phrase, decimal Value, string? Code)> Phrases(Section section, Node node) => section.Shape switch
    {
        Shape.Words => node.Texts().Select(t => (section.Path, t, 0m, (string?)null)),
        Shape.Numbers => node.Members().Select(m => (section.Path, m.Name, m.Value.Number(), (string?)null)),
        Shape.CodedNumbers => node.Members().SelectMany(m => m.Value.Members().Select(n => ($"{section.Path}.{m.Name}", n.Name, n.Value.Number(), (string?)m.Name))),
        _ => node.Members().SelectMany(m => m.Value.Texts().Select(t => ($"{section.Path}.{m.Name}", t, 0m, m.Name == NoCode ? null : m.Name))),
    };

    /// <summary>What is written with a capital is a name or a symbol; so are units of one to three letters ("m" is no "M"). Headlines are capitalised by every house its own way.</summary>
    static bool IsExact(Role role, string phrase) => (role != Role.Furniture && phrase.Any(char.IsUpper)) || (role == Role.Unit && phrase.Length <= 3);

    Node Entry(string path) => entries.TryGetValue(path, out var node) ? node : throw new LanguageDataException($"{this.name}: {path} is missing.");

    char Separator(string path)
    {
        var text = Entry(path).Text();
        return text is "." or "," ? text[0] : throw Entry(path).Wrong(" must be \".\" or \",\".");
    }

    bool Flag(string path) => Entry(path).Flag();

    static IEnumerable<string> Parents(string path)
    {
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = path.IndexOf('.', dot + 1)) yield return path[..dot];
    }
}
