namespace Verify.Cldr.Spelling;

/// <summary>
/// How a language spells numbers: the rules of all its scripts and regions in one grammar. Forms that differ by gender,
/// case or use only are one rule set, since a reader takes them all.
/// </summary>
sealed class SpelledNumbers
{
    const string Cardinal = "cardinal", Ordinal = "ordinal";

    readonly Dictionary<string, List<string>> sets = [];

    static readonly HashSet<string> Forms =
    [
        "masculine", "feminine", "neuter", "common", "personal", "animate", "inanimate", "singular", "plural",
        "nominative", "genitive", "dative", "accusative", "instrumental", "locative", "prepositional", "vocative",
        "partitive", "essive", "translative", "inessive", "elative", "illative", "adessive", "ablative", "allative", "oblique",
    ];

    readonly Dictionary<string, long> scales = [], multipliers = [];

    public IReadOnlyDictionary<string, List<string>> Sets => this.sets;

    /// <summary>Words that multiply what stands before them, from a thousand on and below.</summary>
    public IReadOnlyDictionary<string, long> Scales => scales;

    public IReadOnlyDictionary<string, long> Multipliers => multipliers;

    public List<string> Points { get; } = [];

    public List<string> Minuses { get; } = [];

    public void Add(RuleFile file)
    {
        foreach (var (set, rules) in file.Sets)
        {
            // Days of a month and the like are no numbers.
            if (set.EndsWith("-days", StringComparison.Ordinal) || set.Contains("duration", StringComparison.Ordinal)) continue;
            var name = Name(set);
            foreach (var rule in rules) Add(name, rule);
        }
        Points.AddRange(file.Points.Except(Points));
        Minuses.AddRange(file.Minuses.Except(Minuses));
    }

    void Add(string set, RawRule rule)
    {
        foreach (var text in Template.Of(rule.Text, Name))
        {
            // A set that stands for itself says nothing.
            if (text.Trim('=') == set && text.StartsWith('=')) continue;
            // Years are said as places in an order: "in the thousandth". A place is no whole number for that.
            if (set == Cardinal && text == $"={Ordinal}=") continue;
            var written = $"{Range(rule)}: {text}";
            if (!this.sets.TryGetValue(set, out var rules)) this.sets[set] = rules = [];
            if (!rules.Contains(written)) rules.Add(written);
            if (set != Ordinal && !set.Contains("ord", StringComparison.Ordinal)) Magnitude(rule, text);
        }
    }

    /// <summary>Leaves out the sets that no whole number needs: those for decimals.</summary>
    public void Prune()
    {
        HashSet<string> needed = [];
        var open = new Queue<string>([Cardinal, Ordinal]);
        while (open.TryDequeue(out var set))
        {
            if (!needed.Add(set) || !this.sets.TryGetValue(set, out var rules)) continue;
            foreach (var name in rules.SelectMany(Template.Names)) open.Enqueue(name);
        }
        foreach (var set in this.sets.Keys.Except(needed).ToList()) this.sets.Remove(set);
    }

    /// <summary>The words of numbers that stand alone: an abbreviated day that is written like one is no day.</summary>
    public IReadOnlySet<string> Words() => this.sets.SelectMany(s => s.Value)
        .SelectMany(r => r[(r.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(['<', '>', '[', ']', '=', ' ', '-', '\u00ad', '\u200b'], StringSplitOptions.RemoveEmptyEntries))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    static string Range(RawRule rule)
    {
        var range = rule.Last == rule.Base ? $"{rule.Base}" : $"{rule.Base}-{rule.Last}";
        return rule.Text.AsSpan().IndexOfAny("<>") < 0 ? range : $"{range}/{rule.Divisor}";
    }

    /// <summary>"&lt;&lt; millions[ &gt;&gt;]": the words after the coefficient are the name of the magnitude.</summary>
    void Magnitude(RawRule rule, string text)
    {
        var after = text.LastIndexOf('<') + 1;
        if (after == 0 || rule.Divisor < 100) return;
        var end = text.AsSpan(after).IndexOfAny("[>=");
        var word = text[after..(end < 0 ? text.Length : after + end)].Replace("\u00ad", "", StringComparison.Ordinal).Replace("\u200b", "", StringComparison.Ordinal).Trim(' ', ',', '-');
        if (word.Length == 0) return;
        (rule.Divisor < 1000 ? multipliers : scales).TryAdd(word, rule.Divisor);
    }

    /// <summary>Forms are left out of a name, so that sets that differ by nothing else become one; so do those of two releases.</summary>
    static string Name(string set)
    {
        var bare = set.TrimStart('%');
        if (set.StartsWith("%%", StringComparison.Ordinal)) return string.Join('-', bare.Split('-').Where(part => part != "spellout" && !Forms.Contains(part)));
        return bare.StartsWith("spellout-ordinal", StringComparison.Ordinal) ? Ordinal : Cardinal;
    }
}
