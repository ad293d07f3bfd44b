namespace Verify.Ingestion.Decoding;

/// <summary>
/// The headline of a plain text, where it plainly has one: a first line of 3 to 25 words and at most 150 characters that does not
/// end as a sentence does, stands apart by an empty line, and has text below it.
/// </summary>
static class Headline
{
    const int LongestLine = 150;

    public static string? Of(string text)
    {
        var rest = text.AsSpan().TrimStart();
        var end = rest.IndexOfAny('\r', '\n');
        if (end is < 0 or > LongestLine) return null;

        var line = rest[..end].Trim();
        var below = rest[end..];
        if (line[^1] is '.' or ',' or ';' or ':' or '…' or '"' or '”') return null;
        if (CountWords(line) is < 3 or > 25) return null;
        return StartsWithEmptyLine(below) && !below.IsWhiteSpace() ? line.ToString() : null;
    }

    static int CountWords(ReadOnlySpan<char> line)
    {
        var words = 0;
        foreach (var part in line.Split(' '))
            if (!line[part].IsEmpty) words++;
        return words;
    }

    static bool StartsWithEmptyLine(ReadOnlySpan<char> below)
    {
        var breaks = 0;
        for (var i = 0; i < below.Length && char.IsWhiteSpace(below[i]); i++)
            if (below[i] == '\n' || (below[i] == '\r' && (i + 1 == below.Length || below[i + 1] != '\n'))) breaks++;
        return breaks >= 2;
    }
}
