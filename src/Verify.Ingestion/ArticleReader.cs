using Verify.Ingestion.Formats;
using Verify.Ingestion.Languages;
using Verify.Workflow.Ports;

namespace Verify.Ingestion;

/// <summary>
/// Reads plain text, HTML and JSON. Pure and safe under any number of threads; needs no network. Whatever the bytes are, the answer comes
/// within bounds: of size (<see cref="ReadingLimits"/>), and for pages of nesting, elements and text.
/// </summary>
public sealed class ArticleReader(ReadingLimits? limits = null) : IArticleReader
{
    readonly ReadingLimits limits = limits ?? new ReadingLimits();

    /// <inheritdoc/>
    public ArticleReading Read(ArticleInput input)
    {
        var name = Source.NameOf(input.FileName);
        if (input.Bytes.IsEmpty) return Refused(Problems.Empty(name));
        if (input.Bytes.Length > limits.MaxBytes) return Refused(Problems.TooLarge(name, input.Bytes.Length, limits.MaxBytes));

        var stated = input.Language is null ? null : LanguageTag.Normalise(input.Language);
        if (input.Language is not null && stated is null) return Refused(Problems.NoLanguageTag(input.Language));

        var chosen = FormatTable.For(input);
        if (chosen.Value is not { } format) return Refused(chosen.Problem!);

        var read = format.Read(new Source(input.Bytes, name, MediaType.CharsetOf(input.MediaType)));
        if (read.Value is not { } draft) return Refused(read.Problem!);
        return draft.Text is { } text
            ? new ArticleReading.Read(draft.Raw, TextOf(draft, text, stated))
            : new ArticleReading.Elsewhere(draft.Metadata.Url!, stated ?? draft.StatedLanguage, FactsOf(draft.Metadata));
    }

    static StatedFacts FactsOf(Metadata stated) => new(stated.Title, stated.Authors, stated.Publisher, stated.Published);

    static ArticleText TextOf(Draft draft, string text, string? stated)
    {
        var found = (stated ?? draft.StatedLanguage) is { } language ? new(language, []) : ParagraphLanguages.Find(text, draft.DeclaredLanguage);
        return new(
            text,
            draft.Format,
            found.Language,
            draft.Metadata.Title,
            draft.Metadata.Authors,
            draft.Metadata.Publisher,
            draft.Metadata.Published,
            draft.Metadata.Url,
            found.Others.IsEmpty ? null : found.Others);
    }

    static ArticleReading.Refused Refused(InputProblem problem) => new(problem);
}
