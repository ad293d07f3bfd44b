using Verify.Claims.Numerals;
using Verify.Claims.Numerals.Spelling;
using Verify.Claims.Text;
using Verify.Claims.Worth;

namespace Verify.Claims.Languages;

/// <summary>
/// Makes a language of its files: what people wrote for it, what was generated for it, what all languages share. A phrase of
/// an earlier file goes before the same phrase of a later one; a phrase stands once in a group of sections.
/// </summary>
sealed class LanguageReader
{
    readonly IReadOnlyList<LanguageFile> files;
    readonly bool complete;
    readonly Elisions elisions;
    readonly Prefixes prefixes;
    readonly LexiconBuilder lexicon;
    readonly SectionReader sections;

    /// <param name="complete">Whether the first file must hold every section.</param>
    LanguageReader(IReadOnlyList<LanguageFile> files, bool complete)
    {
        this.files = files;
        this.complete = complete;
        elisions = new(Habit("elisions").Texts());
        prefixes = new(Habit("words.prefixes").Texts(), Habit("words.beforeFigures").Texts());
        lexicon = new(elisions, Habit("words.folded").Flag());
        sections = new(lexicon);
    }

    /// <exception cref="LanguageDataException">A file breaks a rule: the first fault, with file and entry.</exception>
    public static Language Read(IReadOnlyList<LanguageFile> files, bool complete) => new LanguageReader(files, complete).Build();

    Language Build()
    {
        var without = files[0].Find("without")?.Texts().ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var file in files)
        {
            var own = file == files[0];
            foreach (var section in Section.All)
            {
                if (file.Find(section.Path) is { } node) sections.Read(new(file, section, own, own ? [] : without), node);
                else if (own && complete && !section.Rare) throw file.Missing(section.Path);
            }
        }
        RefuseUnweighed("topics");
        RefuseUnweighed("wideTopics");
        var spelling = Setting("numerals.engine").Text() == NumeralEngine.ByRules ? Spelling() : null;
        var words = lexicon.Build();
        return new()
        {
            Tag = files[0].Find("language")?.Text() ?? throw files[0].Missing("language"),
            Numerals = NumeralEngine.Named(Setting("numerals.engine").Text()) ?? throw Setting("numerals.engine").Wrong(" names no engine there is."),
            Spelling = spelling,
            Decimal = Separator("separators.decimal", ".,"),
            Group = Separator("separators.group", "., '"),
            Collective = Setting("ordinals.collective").Flag(),
            IndefiniteOne = Habit("ordinals.indefinite").Flag(),
            NamesReported = Setting("names.reported").Flag(),
            DirectNouns = Setting("nouns.direct").Flag(),
            Attributive = Habit("nouns.attributive").Flag(),
            CapitalNouns = Habit("nouns.capitals").Flag(),
            VerbSecond = Habit("verbs.second").Flag(),
            DottedClock = Habit("times.dotted").Flag(),
            FigureTails = Habit("numerals.tails").Flag(),
            VerbLast = Habit("verbs.last").Flag(),
            HeadEndings = Setting("nouns.headEndings").Texts(),
            VerbFirst = Habit("verbs.first").Flag(),
            ImpliedVerbs = Setting("verbs.implied").Flag(),
            VerbPrefixes = Setting("verbs.prefixes").Texts(),
            VerbSuffixes = Setting("verbs.suffixes").Texts(),
            PastEndings = Setting("verbs.past").Texts(),
            Elisions = elisions,
            Prefixes = prefixes,
            SignsPerWord = SignsPerWord(Habit("script.signs")),
            Compounds = Habit("script.compounds").Flag(),
            WholeWords = Habit("numerals.wholeWords").Flag(),
            Shortened = Habit("numerals.shortened").Flag(),
            LinkedNouns = Habit("nouns.linked").Flag(),
            NounsBefore = Habit("nouns.before").Flag(),
            Lexicon = words,
            Candidates = new(words, lexicon.Phrases, spelling, elisions, prefixes),
        };
    }

    /// <summary>The rules of all files together, so that a file can add a spelling to those that were generated.</summary>
    SpellingGrammar? Spelling()
    {
        var accents = Setting("numerals.accents").Flag();
        var rules = new SpellingRules(accents);
        Node? last = null;
        foreach (var file in files)
        {
            if (file.Find("numerals.rules") is not { } node) continue;
            rules.Add(node);
            last = node;
        }
        if (rules.Rules.Count == 0) return null;
        rules.Check(last!);
        return new(rules.Rules, rules.SetCount, accents);
    }

    /// <summary>A topic without a weight would be met only when a claim is.</summary>
    void RefuseUnweighed(string path)
    {
        foreach (var file in files)
        {
            if (file.Find(path) is not { } node) continue;
            foreach (var (topic, _) in node.Members())
            {
                if (!WorthTable.AllTopics.Contains(topic)) throw node.Wrong($".{topic} is no topic that claims are weighed by.");
            }
        }
    }

    /// <summary>The first file that has the setting decides; the last one has all that need not be chosen.</summary>
    Node Setting(string path)
    {
        foreach (var file in files)
        {
            if (file.Find(path) is { } node) return node;
            if (complete) break;
        }
        throw files[0].Missing(path);
    }

    /// <summary>What few languages do: a whole file that does not speak of it does as the others.</summary>
    Node Habit(string path)
    {
        foreach (var file in files)
        {
            if (file.Find(path) is { } node) return node;
        }
        throw files[^1].Missing(path);
    }

    static int SignsPerWord(Node node) => node.Number() is var signs and >= 1 and <= 9 && decimal.IsInteger(signs) ? (int)signs : throw node.Wrong(" must be a whole number from 1 to 9.");

    char Separator(string path, string allowed)
    {
        var mark = Setting(path).Character();
        return allowed.Contains(mark, StringComparison.Ordinal) ? mark : throw Setting(path).Wrong($" must be one of {string.Join(' ', allowed.Select(c => $"\"{c}\""))}.");
    }
}
