using Verify.Claims.Numerals;
using Verify.Claims.Numerals.Spelling;
using Verify.Claims.Text;

namespace Verify.Claims.Languages;

/// <summary>
/// Makes a language of its files: what people wrote for it, what was generated for it, what all languages share. Of phrases
/// each file adds its own (<see cref="PhraseReader"/>); of a setting the first file that has it decides.
/// </summary>
sealed class LanguageReader
{
    readonly IReadOnlyList<LanguageFile> files;
    readonly bool complete;
    readonly Elisions elisions;
    readonly Prefixes prefixes;
    readonly LexiconBuilder lexicon;

    /// <param name="complete">Whether the first file must hold every section.</param>
    LanguageReader(IReadOnlyList<LanguageFile> files, bool complete)
    {
        this.files = files;
        this.complete = complete;
        elisions = new(Habit("elisions").Texts());
        prefixes = new(Habit("words.prefixes").Texts(), Habit("words.beforeFigures").Texts());
        lexicon = new(elisions, Habit("words.folded").Flag());
    }

    /// <exception cref="LanguageDataException">A file breaks a rule: the first fault, with file and entry.</exception>
    public static Language Read(IReadOnlyList<LanguageFile> files, bool complete) => new LanguageReader(files, complete).Build();

    Language Build()
    {
        foreach (var file in files) RefuseForeign(file);
        PhraseReader.Read(files, complete, lexicon);
        var engine = Setting("numerals.engine");
        var byRules = engine.Text() == NumeralEngine.ByRules;
        if (!byRules && files[0].Find("numerals.rules") is { } unread) throw unread.Wrong($" are read by the engine \"{NumeralEngine.ByRules}\" alone, and numerals.engine is \"{engine.Text()}\".");
        var spelling = byRules ? Spelling() : null;
        var words = lexicon.Build();
        return new()
        {
            Tag = files[0].Find("language")?.Text() ?? throw files[0].Missing("language"),
            Numerals = NumeralEngine.Named(engine.Text()) ?? throw engine.Wrong($" must be one of {string.Join(' ', NumeralEngine.Names.Select(n => $"\"{n}\""))}."),
            Spelling = spelling,
            Decimal = Separator("separators.decimal", ".,"),
            Group = Separator("separators.group", "., '") is var group && group != Setting("separators.decimal").Character() ? group : throw Setting("separators.group").Wrong(" must not be separators.decimal."),
            Collective = Setting("ordinals.collective").Flag(),
            IndefiniteOne = Habit("ordinals.indefinite").Flag(),
            NamesReported = Setting("names.reported").Flag(),
            DirectNouns = Setting("nouns.direct").Flag(),
            Attributive = Habit("nouns.attributive").Flag(),
            CapitalNouns = Habit("nouns.capitals").Flag(),
            VerbSecond = Habit("verbs.second").Flag(),
            DottedClock = Habit("times.dotted").Flag(),
            LetterClock = Habit("times.lettered").Flag(),
            FigureTails = Habit("numerals.tails").Flag(),
            FreeUnits = Habit("numerals.freeUnits").Flag(),
            JoinedFigures = Habit("numerals.joined").Flag(),
            UnitsImplyOne = files[0].Find("duals.measures") is not null,
            VerbLast = Habit("verbs.last").Flag(),
            HeadEndings = Setting("nouns.headEndings").Texts(),
            VerbFirst = Habit("verbs.first").Flag(),
            ImpliedVerbs = Setting("verbs.implied").Flag(),
            VerbPrefixes = Setting("verbs.prefixes").Texts(),
            VerbSuffixes = Setting("verbs.suffixes").Texts(),
            PastEndings = Setting("verbs.past").Texts(),
            Elisions = elisions,
            Prefixes = prefixes,
            JoinedMultiples = new(Multiples()),
            HungEndings = new(lexicon.Phrases),
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

    /// <summary>A file that was copied from another language and still says so.</summary>
    static void RefuseForeign(LanguageFile file)
    {
        if (file.Find("language") is { } node && node.Text() is var tag && tag != file.Tag) throw node.Wrong($" is \"{tag}\", and the file is named for \"{file.Tag}\".");
    }

    /// <summary>The rules of all files together, so that a file can add a spelling to those that were generated.</summary>
    SpellingGrammar? Spelling()
    {
        var accents = Setting("numerals.accents").Flag();
        var rules = new SpellingRules(accents);
        foreach (var file in files)
        {
            if (file.Find("numerals.rules") is { } node) rules.Add(node);
        }
        rules.Check();
        return rules.Rules.Count == 0 ? null : new(rules.Rules, rules.SetCount, accents);
    }

    IEnumerable<string> Multiples()
    {
        foreach (var file in files)
        {
            if (file.Find("changes.multiples") is not { } node) continue;
            foreach (var phrase in node.Texts()) yield return phrase;
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
