using System.Text.RegularExpressions;

namespace Verify.Claims.Tests.Specs;

/// <summary>
/// Reads a spec page: Markdown in which a quoted text is followed by one bullet a claim. Everything else is prose.
/// <code>
/// > Pentagon mengatakan Tiongkok memiliki lebih dari 500 hulu ledak.
///
/// - `&gt; 500 [hulu ledak]` · subject Tiongkok · speaker Pentagon (mengatakan)
/// </code>
/// "- outranks `Rapat berlangsung 2 jam.`" says, alone, that the text's worthiest claim is worth more than that of the other.
/// "- nothing" says that the text claims nothing; "- aside `3 ordinal`" lists a quantity that claims nothing.
/// </summary>
public static partial class SpecFile
{
    const string Aside = "aside ";
    const string Outranks = "outranks ";

    /// <exception cref="FormatException">A bullet without text, a text without bullets, or "nothing" beside something.</exception>
    public static IReadOnlyList<SpecCase> Cases(string markdown)
    {
        List<SpecCase> cases = [];
        var heading = "";
        List<string> quoted = [], bullets = [];
        var line = 0;
        var start = 0;
        foreach (var raw in markdown.Split('\n'))
        {
            line++;
            var text = raw.TrimEnd('\r');
            if (text.StartsWith('>'))
            {
                if (bullets.Count > 0) Close();
                if (quoted.Count == 0) start = line;
                quoted.Add(text.Length > 1 && text[1] == ' ' ? text[2..] : text[1..]);
            }
            else if (text.StartsWith("- ", StringComparison.Ordinal))
            {
                if (quoted.Count == 0) throw new FormatException($"Line {line}: this bullet has no quoted text before it.");
                bullets.Add(text[2..]);
            }
            else if (text.StartsWith('#'))
            {
                Close();
                heading = text.TrimStart('#').Trim();
            }
        }
        Close();
        return cases;

        void Close()
        {
            if (quoted.Count == 0) return;
            if (bullets.Count == 0) throw new FormatException($"Line {start}: this text has no bullet after it; write \"- nothing\" if it claims nothing.");
            cases.Add(Case(heading, start, string.Join('\n', quoted), bullets));
            quoted.Clear();
            bullets.Clear();
        }
    }

    /// <summary>The case of a page that describes one article kept beside it: all its bullets, no quoted text. Asides count only if it lists any.</summary>
    public static SpecCase Article(string markdown, string text)
    {
        var read = Case("", 1, text, [.. markdown.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..])]);
        return read.Asides is { Count: 0 } ? read with { Asides = null } : read;
    }

    static SpecCase Case(string heading, int line, string text, List<string> bullets)
    {
        if (bullets.Contains("nothing") && bullets.Count > 1) throw new FormatException($"Line {line}: \"nothing\" stands beside something.");
        return new(
            heading,
            line,
            text,
            [.. bullets.Where(b => b != "nothing" && !b.StartsWith(Aside, StringComparison.Ordinal) && !b.StartsWith(Outranks, StringComparison.Ordinal))],
            Coded(bullets, Aside),
            Coded(bullets, Outranks));
    }

    static IReadOnlyList<string> Coded(List<string> bullets, string lead) =>
        [.. bullets.Where(b => b.StartsWith(lead, StringComparison.Ordinal)).Select(b => Code().Match(b).Groups[1].Value)];

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
