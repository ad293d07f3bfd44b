using CsvHelper;
using Verify.Workflow.Records;

namespace Verify.Web.Records;

/// <summary>
/// Records as CSV for a spreadsheet: UTF-8 with a byte order mark, without which Excel reads letters wrongly. Text cells that a
/// spreadsheet would run as a formula begin with an apostrophe; numbers are numbers and never do.
/// </summary>
static class RecordCsv
{
    static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public static async Task WriteAsync(IAsyncEnumerable<RecordBytes> records, Stream body, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(body, Options, leaveOpen: true);
        await csv.WriteRecordsAsync(Rows(records), cancel);
    }

    static async IAsyncEnumerable<RecordRow> Rows(IAsyncEnumerable<RecordBytes> records)
    {
        await foreach (var record in records)
            foreach (var row in RecordRow.Of(record)) yield return row;
    }
}
