using Verify.Claims.Worth;

namespace Verify.Claims.Languages;

/// <summary>
/// Brings the phrases of a language's files into its lexicon. A phrase of an earlier file goes before the same phrase of a later
/// one; a phrase stands once in a group of sections; what the first file is without, no later file brings.
/// </summary>
sealed class PhraseReader
{
    /// <summary>Stands for the code of a unit that UCUM and ISO 4217 do not know.</summary>
    const string NoCode = "-";

    readonly LexiconBuilder lexicon;
    readonly HashSet<(string Group, string Phrase)> seen = [];

    PhraseReader(LexiconBuilder lexicon) => this.lexicon = lexicon;

    /// <param name="complete">Whether the first file must hold every section.</param>
    /// <exception cref="LanguageDataException">A section is missing or wrong, or a phrase stands twice.</exception>
    public static void Read(IReadOnlyList<LanguageFile> files, bool complete, LexiconBuilder lexicon)
    {
        var reader = new PhraseReader(lexicon);
        var without = files[0].Find("without")?.Texts().ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var file in files)
        {
            var own = file == files[0];
            if (!own && file.Find("without") is { } unread) throw unread.Wrong($" is read in {files[0].Name} alone, which goes before this file.");
            foreach (var section in Section.All)
            {
                if (file.Find(section.Path) is { } node) reader.Add(file, section, node, own, own ? [] : without);
                else if (own && complete && !section.Rare) throw file.Missing(section.Path);
            }
        }
        RefuseUnweighed(files, "topics");
        RefuseUnweighed(files, "wideTopics");
    }

    void Add(LanguageFile file, Section section, Node node, bool own, HashSet<string> without)
    {
        foreach (var (entry, phrase, value, code) in Phrases(section, node))
        {
            if (string.IsNullOrWhiteSpace(phrase)) throw new LanguageDataException($"{file.Name}: {entry} has a phrase that is empty.");
            var exact = IsExact(section.Role, phrase);
            if (without.Contains(phrase)) continue;
            if (seen.Add((section.Group, exact ? phrase : phrase.ToLowerInvariant()))) lexicon.Add(phrase, section.Role, exact, value, code, section.Detail);
            else if (own) throw new LanguageDataException($"{file.Name}: {entry}: \"{phrase}\" is listed twice.");
        }
    }

    /// <summary>A topic without a weight would be met only when a claim is.</summary>
    static void RefuseUnweighed(IReadOnlyList<LanguageFile> files, string path)
    {
        foreach (var file in files)
        {
            if (file.Find(path) is not { } node) continue;
            foreach (var (topic, _) in node.Members())
            {
                if (!WorthTable.AllTopics.Contains(topic)) throw node.Wrong($".{topic} is no topic that claims are weighed by; those are {string.Join(", ", WorthTable.AllTopics)}.");
            }
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
}
