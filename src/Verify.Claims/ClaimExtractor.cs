using Verify.Claims.Languages;

namespace Verify.Claims;

/// <summary>
/// Finds the quantitative claims of a text in one language. Immutable and safe under any number of threads;
/// the same text always gives the same extraction.
/// </summary>
public sealed class ClaimExtractor
{
    readonly Language language;

    ClaimExtractor(Language language) => this.language = language;

    /// <summary>Names these rules; changes whenever any text could be read differently.</summary>
    public static string Version => "3";

    /// <summary>The shipped languages as BCP 47 tags, ascending.</summary>
    public static IReadOnlyList<string> Languages => Shipped.Tags;

    /// <summary>Those in which claims are read with all that belongs to them; in the others, numbers, units and money.</summary>
    public static IReadOnlyList<string> WholeLanguages => Shipped.WholeTags;

    /// <summary>The language this extractor reads.</summary>
    public string Language => this.language.Tag;

    /// <summary>The extractor for a language, or null when that language is not shipped. A region is ignored: "id-ID" is "id".</summary>
    public static ClaimExtractor? For(string language) => Shipped.Find(language) is { } found ? new(found) : null;

    /// <summary>Reads a text. Any UTF-16 is accepted, lone surrogates included; linear in its length; allocates nothing when it holds no number.</summary>
    public Extraction Extract(string text)
    {
        int digit = -1, word = -1;
        var first = this.language.Candidates.Next(text, 0, ref digit, ref word);
        if (first == text.Length) return Extraction.Empty;
        using var pass = new ArticlePass(this.language);
        return pass.Read(text, first);
    }
}
