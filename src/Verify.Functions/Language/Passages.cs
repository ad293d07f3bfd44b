using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Verify.Claims;

namespace Verify.Functions.Language;

/// <summary>
/// Cuts what is asked about into documents that the service takes: whole sentences, with what stands between them, as many as one document
/// holds. A text element (a letter with its accents, an emoji with its parts) is never cut, and the rest of the article is not sent.
/// </summary>
/// <param name="Documents">Ascending, without overlaps.</param>
/// <param name="TooLong">Text elements that no document can hold.</param>
sealed record Passages(ImmutableArray<Excerpt> Documents, ImmutableArray<Excerpt> TooLong)
{
    /// <summary>
    /// The service takes 5,120 text elements. What one is has changed between versions of .NET, and the service does not say which it counts by;
    /// code points are never fewer.
    /// </summary>
    public const int MostCodePoints = 5_120;

    public static Passages Of(string text, ImmutableArray<Excerpt> sentences)
    {
        var (documents, tooLong) = (ImmutableArray.CreateBuilder<Excerpt>(), ImmutableArray.CreateBuilder<Excerpt>());
        var (open, size) = (default(Excerpt), 0);
        foreach (var sentence in sentences)
        {
            if (open.Length > 0)
            {
                var grown = size + CodePoints(text, open.End, sentence.End);
                if (grown <= MostCodePoints)
                {
                    (open, size) = (open.To(sentence), grown);
                    continue;
                }
                documents.Add(open);
            }
            (open, size) = (sentence, CodePoints(text, sentence.Start, sentence.End));
            if (size <= MostCodePoints) continue;
            Cut(text, sentence, documents, tooLong);
            open = default;
        }
        if (open.Length > 0) documents.Add(open);
        return new(documents.ToImmutable(), tooLong.ToImmutable());
    }

    /// <summary>A sentence that fills more than one document: cut at its last blank, or between two text elements where it has none.</summary>
    static void Cut(string text, Excerpt sentence, ImmutableArray<Excerpt>.Builder documents, ImmutableArray<Excerpt>.Builder tooLong)
    {
        for (var start = sentence.Start; start < sentence.End;)
        {
            var (end, blank, size) = (start, start, 0);
            while (end < sentence.End)
            {
                var length = Math.Min(StringInfo.GetNextTextElementLength(text, end), sentence.End - end);
                size += CodePoints(text, end, end + length);
                if (size > MostCodePoints) break;
                end += length;
                if (char.IsWhiteSpace(text[end - 1])) blank = end;
            }
            if (end == start)
            {
                end += Math.Min(StringInfo.GetNextTextElementLength(text, start), sentence.End - start);
                tooLong.Add(new(start, end));
            }
            else
            {
                if (end < sentence.End && blank > start) end = blank;
                documents.Add(new(start, end));
            }
            start = end;
        }
    }

    static int CodePoints(string text, int start, int end)
    {
        var count = 0;
        foreach (var _ in text.AsSpan(start, end - start).EnumerateRunes()) count++;
        return count;
    }

    /// <summary>The words of a document. Half a surrogate pair, which no request can carry, becomes the character that stands for what is none: as long, so places stay.</summary>
    public static string Words(string text, Excerpt document)
    {
        var words = new StringBuilder(document.Length);
        foreach (var rune in document.Of(text).EnumerateRunes()) words.Append(rune);
        return words.ToString();
    }
}
