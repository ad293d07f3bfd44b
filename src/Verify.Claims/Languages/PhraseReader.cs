using Verify.Claims.Worth;

namespace Verify.Claims.Languages;

/// <summary>
/// Brings the phrases of a language's files into its lexicon. A phrase of an earlier file goes before the same phrase of a later
/// one; a phrase stands once in a group of sections; what the first file is without, no later file brings.
/// </summary>
static class PhraseReader
{
    /// <param name="complete">Whether the first file must hold every section.</param>
    /// <exception cref="LanguageDataException">A section is missing or wrong, or a phrase stands twice.</exception>
    public static void Read(IReadOnlyList<LanguageFile> files, bool complete, LexiconBuilder lexicon)
    {
        var sections = new SectionReader(lexicon);
        var without = files[0].Find("without")?.Texts().ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var file in files)
        {
            var own = file == files[0];
            if (!own && file.Find("without") is { } unread) throw unread.Wrong($" is read in {files[0].Name} alone, which goes before this file.");
            foreach (var section in Section.All)
            {
                if (file.Find(section.Path) is { } node) sections.Read(new(file, section, own, own ? [] : without), node);
                else if (own && complete && !section.Rare) throw file.Missing(section.Path);
            }
        }
        RefuseUnweighed(files, "topics");
        RefuseUnweighed(files, "wideTopics");
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
}
