using System.Text;
using System.Text.RegularExpressions;

namespace Verify.Cldr.Spelling;

/// <summary>Rewrites the text of a rule: one text for every plural form, rule sets under the names that the language file has for them.</summary>
static partial class Template
{
    /// <summary>The texts that a rule's text stands for; none where it writes digits.</summary>
    public static IEnumerable<string> Of(string text, Func<string, string> rename)
    {
        if (Digits().IsMatch(text)) yield break;
        foreach (var form in Plurals(text)) yield return Renamed(form.Replace(">>>", ">>", StringComparison.Ordinal), rename);
    }

    /// <summary>The sets that a rewritten text names.</summary>
    public static IEnumerable<string> Names(string text) => Named().Matches(text).Select(m => m.Groups[2].Value);

    static IEnumerable<string> Plurals(string text)
    {
        var plural = Plural().Match(text);
        if (!plural.Success) return [text];
        return PluralForm().Matches(plural.Groups[1].Value).Select(f => f.Groups[1].Value).Distinct()
            .SelectMany(form => Plurals(text[..plural.Index] + form + text[(plural.Index + plural.Length)..]));
    }

    static string Renamed(string text, Func<string, string> rename)
    {
        var written = new StringBuilder();
        var from = 0;
        foreach (Match set in SetName().Matches(text))
        {
            written.Append(text, from, set.Index - from).Append(rename(set.Value));
            from = set.Index + set.Length;
        }
        return written.Append(text, from, text.Length - from).ToString();
    }

    [GeneratedRegex("[<>=][#0]")]
    private static partial Regex Digits();

    [GeneratedRegex("([<>=])([a-z0-9][a-zA-Z0-9-]*)\\1")]
    private static partial Regex Named();

    [GeneratedRegex(@"\$\((?:cardinal|ordinal),(.*?)\)\$")]
    private static partial Regex Plural();

    [GeneratedRegex(@"\w+\{(.*?)\}")]
    private static partial Regex PluralForm();

    [GeneratedRegex(@"%%?[a-zA-Z0-9][a-zA-Z0-9-]*")]
    private static partial Regex SetName();
}
