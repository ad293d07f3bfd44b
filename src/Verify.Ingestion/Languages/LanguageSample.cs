using System.Text;

namespace Verify.Ingestion.Languages;

/// <summary>The words of a text by which its language is told: of a long text three passages, and no names.</summary>
static class LanguageSample
{
    const int Passage = 250;

    /// <summary>Fewer words or letters than these tell less than names do.</summary>
    const int FewestWords = 2, FewestLetters = 6;

    /// <summary>The most characters of a sample.</summary>
    public const int Longest = 3 * Passage + 2;

    /// <summary>From the start, the middle and the end: a page may begin with its menu in another language.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var sample = text.Length <= 3 * Passage
            ? text.ToString()
            : $"{text[..Passage]} {text.Slice(text.Length / 2 - Passage / 2, Passage)} {text[^Passage..]}";
        return WithoutNames(sample) ?? sample;
    }

    /// <summary>
    /// The words that do not begin with a capital letter; null where too few remain. "Joko Widodo met Xi Jinping in Beijing" would
    /// otherwise be Indonesian.
    /// </summary>
    static string? WithoutNames(string sample)
    {
        var kept = new StringBuilder(sample.Length);
        int words = 0, letters = 0;
        foreach (var range in sample.AsSpan().SplitAny(" \t\r\n\u00A0"))
        {
            var word = sample.AsSpan(range);
            var first = FirstLetter(word);
            if (first is null || char.IsUpper(first.Value)) continue;
            kept.Append(word).Append(' ');
            words++;
            foreach (var c in word)
                if (char.IsLetter(c)) letters++;
        }
        return words >= FewestWords && letters >= FewestLetters ? kept.ToString() : null;
    }

    static char? FirstLetter(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (char.IsLetter(c)) return c;
        return null;
    }
}
