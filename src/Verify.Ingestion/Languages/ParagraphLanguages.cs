using System.Collections.Immutable;
using Verify.Claims;

namespace Verify.Ingestion.Languages;

/// <summary>
/// Finds the languages of an article paragraph by paragraph: a paragraph is a line. One that is too short to tell takes the language of the one before it
/// (at the start of the one after it), and the article's own is that of most of its letters. Pure; linear in the length of the text.
/// </summary>
public static class ParagraphLanguages
{
    /// <summary>A paragraph of fewer letters does not tell its language, unless its script is of one language: then from the second number on.</summary>
    const int FewestLetters = 60, FewestOfScript = 8;

    /// <summary>What is looked at of a paragraph: its start.</summary>
    const int LongestSample = 300;

    /// <summary>How much likelier a paragraph is in the article's language: it must be another beyond doubt to be read otherwise.</summary>
    const double Consistent = 1e6;

    /// <summary>More are not told apart: each costs a reading of the text.</summary>
    const int MostLanguages = 8;

    /// <param name="declared">As for <see cref="LanguageFinder.Find(string, string?)"/>.</param>
    public static FoundLanguages Find(string text, string? declared = null)
    {
        var whole = LanguageFinder.Find(text, declared);
        if (!text.Contains('\n', StringComparison.Ordinal)) return new(whole, []);
        var paragraphs = Paragraphs(text, whole);
        if (paragraphs.TrueForAll(paragraph => paragraph.Language == whole)) return new(whole, []);
        var letters = paragraphs.GroupBy(paragraph => paragraph.Language).ToDictionary(of => of.Key, of => of.Sum(paragraph => paragraph.Letters));
        // Of two with as many the one that the whole text seems to be in.
        var most = letters.OrderByDescending(of => of.Value).ThenByDescending(of => of.Key == whole).ThenBy(of => of.Key, StringComparer.Ordinal).Select(of => of.Key).Take(MostLanguages).ToList();
        return new(most[0], Stretches(paragraphs, most));
    }

    static List<Paragraph> Paragraphs(string text, string whole)
    {
        var paragraphs = new List<Paragraph>();
        var open = 0; // so many at the start whose language waits for one that tells
        var before = (string?)null;
        foreach (var line in text.AsSpan().Split('\n'))
        {
            var (start, end) = (line.Start.Value, line.End.Value);
            var letters = 0;
            foreach (var sign in text.AsSpan(start, end - start))
                if (char.IsLetter(sign)) letters++;
            if (letters == 0) continue;
            if (LanguageOf(text.AsSpan(start, end - start), letters, whole) is { } told)
            {
                for (; open > 0; open--) paragraphs[open - 1] = paragraphs[open - 1] with { Language = told };
                before = told;
            }
            else if (before is null) open++;
            paragraphs.Add(new(start, end, letters, before ?? whole));
        }
        return paragraphs;
    }

    /// <summary>Null where the paragraph does not tell, or where nobody would read what it tells.</summary>
    static string? LanguageOf(ReadOnlySpan<char> paragraph, int letters, string whole)
    {
        var sample = paragraph[..Math.Min(paragraph.Length, LongestSample)];
        if (letters < FewestLetters && (letters < FewestOfScript || Letters.ScriptOf(sample) is not { Language: not null })) return null;
        return LanguageFinder.Find(sample, whole, Consistent) switch
        {
            null => null,
            { } found when found == whole || Twins.Are(found, whole) => whole,
            { } found when ClaimExtractor.Languages.Contains(found) => found,
            _ => null,
        };
    }

    static ImmutableArray<LanguageStretch> Stretches(List<Paragraph> paragraphs, List<string> languages)
    {
        var stretches = ImmutableArray.CreateBuilder<LanguageStretch>();
        var before = languages[0];
        foreach (var (start, end, _, found) in paragraphs)
        {
            var language = languages.Contains(found) ? found : languages[0];
            if (language != languages[0] && language == before) stretches[^1] = stretches[^1] with { End = end };
            else if (language != languages[0]) stretches.Add(new(start, end, language));
            before = language;
        }
        return stretches.ToImmutable();
    }

    sealed record Paragraph(int Start, int End, int Letters, string Language);
}
