using System.Buffers;
using System.Text;

namespace Verify.Ingestion.Feeds;

/// <summary>
/// Mends what breaks feeds most often: blanks in front of the declaration, characters that XML does not have, and ampersands that
/// begin no reference (<c>?a=1&amp;b=2</c> and <c>&amp;nbsp;</c> as they were typed). An entity that a document type declares is such an
/// ampersand too: it becomes its own letters.
/// </summary>
static class MendedXml
{
    static readonly SearchValues<char> NoXml = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789ABCDEFabcdef");

    static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789");

    /// <summary>Stretches in which an ampersand is nothing but one.</summary>
    static readonly (string Begin, string End)[] Verbatim = [("<![CDATA[", "]]>"), ("<!--", "-->"), ("<?", "?>")];

    public static string Of(string text)
    {
        text = WithoutStrangers(text).TrimStart('\uFEFF');
        text = WithoutDeclaration(text);
        return text.Contains('&') ? WithReferences(text) : text;
    }

    // It has had its say about the charset, and nothing else in it matters; some stand behind a blank line or claim versions that no parser
    // takes. Blanks in its place keep the lines and characters that messages name.
    static string WithoutDeclaration(string text)
    {
        var start = text.AsSpan().IndexOfAnyExcept(" \t\r\n");
        if (start < 0 || !text.AsSpan(start).StartsWith("<?xml ", StringComparison.Ordinal)) return text;
        var end = text.IndexOf("?>", start, StringComparison.Ordinal);
        return end < 0 ? text : string.Concat(text.AsSpan(0, start), new string(' ', end + 2 - start), text.AsSpan(end + 2));
    }

    static string WithoutStrangers(string text) => !text.AsSpan().ContainsAny(NoXml)
        ? text
        : string.Create(text.Length, text, (to, from) => from.AsSpan().ReplaceAny(to, NoXml, ' '));

    static string WithReferences(string text)
    {
        var mended = new StringBuilder(text.Length + 64);
        for (var rest = text.AsSpan(); ;)
        {
            var next = rest.IndexOfAny('&', '<');
            if (next < 0) return mended.Append(rest).ToString();
            mended.Append(rest[..next]);
            rest = rest[next..];
            var taken = rest[0] == '<' ? Markup(rest) : 1;
            mended.Append(rest[..taken]);
            if (rest[0] == '&' && !IsReference(rest)) mended.Append("amp;");
            rest = rest[taken..];
        }
    }

    /// <summary>How much from a <c>&lt;</c> on is taken as it is.</summary>
    static int Markup(ReadOnlySpan<char> rest)
    {
        foreach (var (begin, end) in Verbatim)
            if (rest.StartsWith(begin, StringComparison.Ordinal))
                return rest[begin.Length..].IndexOf(end, StringComparison.Ordinal) is >= 0 and var length ? begin.Length + length + end.Length : rest.Length;
        return 1;
    }

    static bool IsReference(ReadOnlySpan<char> from)
    {
        var end = from[..Math.Min(from.Length, 12)].IndexOf(';');
        if (end < 2) return false;
        var name = from[1..end];
        return name switch
        {
            "amp" or "lt" or "gt" or "quot" or "apos" => true,
            ['#', 'x', _, ..] => !name[2..].ContainsAnyExcept(Hexadecimal) && IsCharacter(Convert.ToInt64(name[2..].ToString(), 16)),
            ['#', _, ..] => !name[1..].ContainsAnyExcept(Decimal) && IsCharacter(long.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture)),
            _ => false,
        };
    }

    static bool IsCharacter(long code) => code is >= 0x20 and <= 0xFFFD and not (>= 0xD800 and <= 0xDFFF) or >= 0x10000 and <= 0x10FFFF or '\t' or '\n' or '\r';
}
