using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Web.Records;

/// <summary>One verified figure as a row: a record with two tied figures gives two rows, and a retraction, which states none, one without a figure.</summary>
/// <param name="Figure">Which figure of the record, from 1; 0 of a retraction.</param>
/// <param name="Relation">In letters (<c>equal</c>, <c>about</c>, <c>more</c> …): a cell that starts with <c>=</c> would be a formula.</param>
/// <param name="Evidence">Addresses, one a line.</param>
/// <param name="Revision"><c>correction</c> or <c>retraction</c> of the record in <paramref name="Supersedes"/>.</param>
/// <param name="Latest">The last record of its chain, where that is another.</param>
[CsvRecord]
sealed partial record RecordRow(
    string Record, string Claim, int Figure, decimal? Value, decimal? Upper, string? Relation, string? Unit, string? Kind, string? Counted,
    string Text, string Sentence, string? Subject, string? Speaker, string? Time, string Modality,
    int? Rating, string? Verdict, string Evidence, string? Note, bool Corrected, string DecidedBy, string DecidedAt, string SealedAt,
    string Article, string Language, string? Title, string? Publisher, string? Published, string? Url,
    string? Supersedes, string? Revision, string? Reason, string? SupersededBy, string? RetractedBy, string? Latest)
{
    public static IEnumerable<RecordRow> Of(RecordBytes stored)
    {
        var (record, view) = (stored.Record, RecordView.Of(stored));
        var decision = record.Decisions[^1];
        VerifiedFigure?[] figures = record.Figures.IsEmpty ? [null] : [.. record.Figures];
        return figures.Select((figure, index) => new RecordRow(
            stored.Id, record.Claim.Value, figure is null ? 0 : index + 1, figure?.Value, figure?.Upper, figure is null ? null : Name(figure.Relation), figure?.Unit,
            figure is null ? null : Name(figure.Kind), figure?.Counted,
            record.Text, record.Sentence, record.Subject, record.Speaker, record.Time, Name(record.Modality),
            record.Verdict?.Rating, record.Verdict?.Words, string.Join('\n', record.Evidence.Select(one => one.Url)), record.Note,
            record.FiguresAsRead is not null, decision.By, Iso(decision.At), Iso(record.SealedAt),
            record.Article.Id.Value, record.Article.Language, record.Article.Title, record.Article.Publisher, record.Article.Published, record.Article.Url,
            record.Supersedes?.Record, record.Supersedes is { } superseded ? Name(superseded.Kind) : null, record.Supersedes?.Reason,
            view.SupersededBy?.Record, view.RetractedBy?.Record, view.Latest));
    }

    static string Name<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
