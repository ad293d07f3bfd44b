using System.Globalization;
using System.Text;
using Verify.Claims.Languages;

namespace Verify.Claims.Numerals.Spelling;

/// <summary>
/// Reads the rules of a language file: <c>"20-99/10: [&gt;&gt; und ]zwanzig"</c>. Before the colon the values and the divisor; after it letters,
/// <c>&lt;set&lt;</c> for the quotient, <c>&gt;set&gt;</c> for the remainder, <c>=set=</c> for the value itself (no name: the rule's own set), in brackets what is left out when
/// the remainder is zero, after a bar within them what stands there instead. Spaces and hyphens may stand between any two parts, or be missing.
/// </summary>
sealed class SpellingRules(bool accents)
{
    /// <summary>The sets that whole numbers, places in an order and the lower part of a fraction begin with.</summary>
    public const string Cardinal = "cardinal", Ordinal = "ordinal", Denominator = "denominator";

    readonly Dictionary<string, int> sets = new(StringComparer.Ordinal) { [Cardinal] = SpellingGrammar.Cardinal, [Ordinal] = SpellingGrammar.Ordinal, [Denominator] = SpellingGrammar.Denominator };
    readonly HashSet<string> defined = new(StringComparer.Ordinal);

    /// <summary>The first rule that names each set.</summary>
    readonly Dictionary<string, Node> named = new(StringComparer.Ordinal);

    public List<SpellingRule> Rules { get; } = [];

    public int SetCount => this.sets.Count + 1;

    /// <exception cref="LanguageDataException">A rule is none.</exception>
    public void Add(Node node)
    {
        foreach (var (set, rules) in node.Members())
        {
            defined.Add(set);
            foreach (var rule in rules.Items()) Add(Number(set), rule);
        }
    }

    /// <summary>To be called once all rules are there.</summary>
    /// <exception cref="LanguageDataException">A rule names a set that is nowhere.</exception>
    public void Check()
    {
        foreach (var (set, rule) in named)
        {
            if (!defined.Contains(set)) throw rule.Wrong($": \"{rule.Text()}\" names the set \"{set}\", and numerals.rules has none.");
        }
    }

    void Add(int set, Node node)
    {
        var written = node.Text();
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Values(written.AsSpan(0, colon), out var first, out var last, out var divisor)) throw node.Wrong($": \"{written}\" must be VALUE: TEXT, VALUE-VALUE: TEXT or VALUE-VALUE/DIVISOR: TEXT.");
        var text = written[(colon + 1)..];
        if (text.Count(c => c == '[') > 1) throw node.Wrong($": \"{written}\" has more than one bracket.");
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var close = text.IndexOf(']', StringComparison.Ordinal);
        if (open < 0 ? close >= 0 : close < open) throw node.Wrong($": \"{written}\" {(close < 0 ? "opens a bracket and does not close it" : "closes a bracket that it does not open")}.");
        if (open < 0)
        {
            Rules.Add(new(set, first, last, divisor, Rest.Open, Elements(text, set, node)));
            return;
        }
        var bar = text.IndexOf('|', open, close - open);
        var (some, none) = bar < 0 ? (text[(open + 1)..close], "") : (text[(open + 1)..bar], text[(bar + 1)..close]);
        Rules.Add(new(set, first, last, divisor, Rest.Zero, Elements($"{text[..open]}-{none}-{text[(close + 1)..]}", set, node)));
        Rules.Add(new(set, first, last, divisor, Rest.Some, Elements($"{text[..open]}-{some}-{text[(close + 1)..]}", set, node)));
    }

    static bool Values(ReadOnlySpan<char> range, out long first, out long last, out long divisor)
    {
        divisor = 1;
        last = 0;
        var slash = range.IndexOf('/');
        if (slash >= 0 && (!Long(range[(slash + 1)..], out divisor) || divisor < 1))
        {
            first = 0;
            return false;
        }
        if (slash >= 0) range = range[..slash];
        var dash = range.IndexOf('-');
        if (!Long(dash < 0 ? range : range[..dash], out first)) return false;
        last = first;
        return dash < 0 || (Long(range[(dash + 1)..], out last) && last >= first);
    }

    static bool Long(ReadOnlySpan<char> digits, out long value) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    SpellingElement[] Elements(string text, int set, Node rule)
    {
        List<SpellingElement> found = [];
        var letters = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '<' or '>' or '=')
            {
                Close(letters, found);
                var end = text.IndexOf(c, at + 1);
                if (end < 0) throw rule.Wrong($": \"{rule.Text()}\" opens \"{c}\" and does not close it.");
                var name = text[(at + 1)..end];
                if (name.Length > 0) named.TryAdd(name, rule);
                found.Add(new(c == '<' ? ElementKind.Quotient : c == '>' ? ElementKind.Remainder : ElementKind.Same, null, name.Length == 0 ? set : Number(name)));
                at = end;
            }
            else if (c == ',')
            {
                Close(letters, found);
                found.Add(new(ElementKind.Comma, null, 0));
            }
            else if (IsBreak(c)) Close(letters, found);
            else if (Folding.Of(c, accents) is var folded and not Folding.Nothing) letters.Append(folded);
            // A soft hyphen or a space without width is where one part ends.
            else if (c is '\u00ad' or '\u200b') Close(letters, found);
        }
        Close(letters, found);
        return [.. found];
    }

    public static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is '-' or '‐' or '‑' or '־';

    static void Close(StringBuilder letters, List<SpellingElement> into)
    {
        if (letters.Length > 0) into.Add(new(ElementKind.Text, letters.ToString(), 0));
        letters.Clear();
    }

    int Number(string set)
    {
        if (!this.sets.TryGetValue(set, out var number)) this.sets[set] = number = this.sets.Count + 1;
        return number;
    }
}
