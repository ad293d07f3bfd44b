using System.Globalization;
using System.Text.Json.Nodes;

namespace Verify.Cldr.Spelling;

/// <summary>
/// A file of spell-out rules in the notation of ICU's RuleBasedNumberFormat: rule sets by name, and the words for a decimal
/// point and a minus sign. What stands for digits only is left out.
/// </summary>
sealed class RuleFile
{
    /// <summary>No number of this size is spelled out in full.</summary>
    const long Most = 999_999_999_999_999_999;

    readonly Dictionary<string, List<(long Base, long Radix, string Text)>> sets = [];

    public List<string> Points { get; } = [];

    public List<string> Minuses { get; } = [];

    public const string TextEnding = "-SpelloutRules.txt";

    public static RuleFile Read(string path) => path.EndsWith(TextEnding, StringComparison.Ordinal) ? ReadText(path) : ReadJson(path);

    /// <summary>The same rules in the notation of older packages, which has arrows for the angles.</summary>
    static RuleFile ReadJson(string path)
    {
        var file = new RuleFile();
        foreach (var (set, rules) in JsonNode.Parse(File.ReadAllText(path))!["rbnf"]!["rbnf"]!["SpelloutRules"]?.AsObject() ?? [])
        {
            if (set == "%%lenient-parse") continue;
            file.sets[set] = [];
            foreach (var rule in rules!.AsArray()) file.Add(file.sets[set], $"{rule![0]}: {rule[1]}".Replace('←', '<').Replace('→', '>'));
        }
        return file;
    }

    static RuleFile ReadText(string path)
    {
        var file = new RuleFile();
        string? set = null;
        foreach (var line in File.ReadLines(path).Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line.StartsWith('%') && line.EndsWith(':')) file.sets[set = line[..^1]] = [];
            else if (set is not null && set != "%%lenient-parse") file.Add(file.sets[set], line);
        }
        return file;
    }

    public IEnumerable<(string Set, IReadOnlyList<RawRule> Rules)> Sets =>
        this.sets.Select(s => (s.Key, (IReadOnlyList<RawRule>)[.. s.Value.Select((rule, i) => new RawRule(
            rule.Base, IsTakenBack(s.Value, i) ? LastOf(s.Value, i + 1) : LastOf(s.Value, i), Divisor(rule.Base, rule.Radix), rule.Text))]));

    static long LastOf(List<(long Base, long Radix, string Text)> rules, int i) => i + 1 < rules.Count ? rules[i + 1].Base - 1 : Most;

    /// <summary>
    /// After a rule for 101 and above that spells a remainder, round hundreds are spelled by the rule before it, for 100: so ICU has it.
    /// </summary>
    static bool IsTakenBack(List<(long Base, long Radix, string Text)> rules, int i) =>
        i + 1 < rules.Count && rules[i].Text.Contains('<', StringComparison.Ordinal) && rules[i + 1].Text.Contains('>', StringComparison.Ordinal)
        && rules[i + 1].Base % Divisor(rules[i + 1].Base, rules[i + 1].Radix) != 0;

    void Add(List<(long Base, long Radix, string Text)> rules, string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0) throw new FormatException($"\"{line}\" is no rule.");
        var key = line[..colon];
        // Since an empty text is written ";" with the space before it cut, and a quote keeps a space at the beginning.
        var text = line[(colon + 2)..].TrimEnd(';').TrimStart('\'');
        if (key is "-x") AddWord(Minuses, text, ">>");
        else if (key is "x.x" or "x,x") AddWord(Points, text, "<<", ">>");
        else if (char.IsAsciiDigit(key[0]) && !key.Contains('.', StringComparison.Ordinal))
        {
            var parts = key.Replace(",", "", StringComparison.Ordinal).Split('/');
            rules.Add((Number(parts[0]), parts.Length > 1 ? Number(parts[1]) : 10, text));
        }
    }

    static void AddWord(List<string> words, string text, params ReadOnlySpan<string> around)
    {
        foreach (var part in around) text = text.Replace(part, "", StringComparison.Ordinal);
        text = text.Trim(' ', '>', '\u200b');
        if (text.Length > 0 && !text.Contains('=', StringComparison.Ordinal) && !words.Contains(text)) words.Add(text);
    }

    /// <summary>The largest power of the radix that is no larger than the base.</summary>
    static long Divisor(long value, long radix)
    {
        long power = 1;
        while (power <= value / radix) power *= radix;
        return power;
    }

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
