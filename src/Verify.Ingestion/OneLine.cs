using System.Text;

namespace Verify.Ingestion;

/// <summary>Titles, names and other short texts that pages and senders state.</summary>
static class OneLine
{
    /// <summary>Longer ones are cut here, between characters: no headline is as long.</summary>
    public const int Longest = 500;

    /// <summary>The words with single spaces between them; null for nothing but white space.</summary>
    public static string? Of(string? stated)
    {
        if (stated is null) return null;
        var line = new StringBuilder();
        var gap = false;
        foreach (var rune in stated.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                gap = line.Length > 0;
                continue;
            }
            if (line.Length + rune.Utf16SequenceLength + 1 > Longest) break;
            if (gap) line.Append(' ');
            gap = false;
            line.Append(rune.ToString());
        }
        return line.Length == 0 ? null : line.ToString();
    }
}
