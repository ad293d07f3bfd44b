using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Verify.Workflow.Records;

namespace Verify.Web.Records;

/// <summary>One verified figure as a row: a record with two tied figures gives two rows.</summary>
/// <param name="Figure">Which figure of the record, from 1.</param>
/// <param name="Relation">In letters (<c>equal</c>, <c>about</c>, <c>more</c> …): a cell that starts with <c>=</c> would be a formula.</param>
/// <param name="Evidence">Addresses, one a line.</param>
[CsvRecord]
sealed partial record RecordRow(
    string Record, string Claim, int Figure, decimal Value, decimal? Upper, string Relation, string? Unit, string Kind, string? Counted,
    string Text, string Sentence, string? Subject, string? Speaker, string? Time, string Modality,
    int Rating, string Verdict, string Evidence, string? Note, bool Corrected, string DecidedBy, string DecidedAt, string SealedAt,
    string Article, string Language, string? Title, string? Publisher, string? Published, string? Url)
{
    public static IEnumerable<RecordRow> Of(RecordBytes stored)
    {
        var record = stored.Record;
        var decision = record.Decisions[^1];
        return record.Figures.Select((figure, index) => new RecordRow(
            stored.Id, record.Claim.Value, index + 1, figure.Value, figure.Upper, Name(figure.Relation), figure.Unit, Name(figure.Kind), figure.Counted,
            record.Text, record.Sentence, record.Subject, record.Speaker, record.Time, Name(record.Modality),
            record.Verdict.Rating, record.Verdict.Words, string.Join('\n', record.Evidence.Select(one => one.Url)), record.Note,
            record.FiguresAsRead is not null, decision.By, Iso(decision.At), Iso(record.SealedAt),
            record.Article.Id.Value, record.Article.Language, record.Article.Title, record.Article.Publisher, record.Article.Published, record.Article.Url));
    }

    static string Name<TEnum>(TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    static string Iso(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
