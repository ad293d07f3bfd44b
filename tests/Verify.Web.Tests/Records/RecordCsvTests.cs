using System.Text;
using Verify.Claims.Quantities;
using Verify.Web.Records;
using Verify.Web.Tests.Desk;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Web.Tests.Records;

public sealed class RecordCsvTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"https://x.example\")", "\"'=HYPERLINK(\"\"https://x.example\"\")\"")]
    [InlineData("+62 812", "\"'+62 812\"")]
    [InlineData("-5 %", "\"'-5 %\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tcmd", "\"'\tcmd\"")]
    [InlineData("\rcmd", "\"'\rcmd\"")]
    [InlineData("5 = 5", "5 = 5")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("kata “Ani”", "kata “Ani”")]
    public async Task Text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(string note, string cell)
    {
        var record = await RecordAsync();
        var csv = await WriteAsync(record with { Record = record.Record with { Note = note } });
        Assert.Contains($",{cell},False,", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-5", ",-5,")]
    [InlineData("-0.25", ",-0.25,")]
    [InlineData("40000000000", ",40000000000,")]
    [InlineData("79228162514264337593543950335", ",79228162514264337593543950335,")]
    public async Task A_number_stays_a_number(string value, string cell)
    {
        var record = await RecordAsync();
        var figure = new VerifiedFigure(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null, Relation.Equal, "%", QuantityKind.Change, null);
        Assert.Contains(cell, await WriteAsync(record with { Record = record.Record with { Figures = [figure] } }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spreadsheet_learns_from_the_first_bytes_that_it_is_UTF_8()
    {
        using var body = new MemoryStream();
        await RecordCsv.WriteAsync(Just(), body, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), body.ToArray()[..3]);
    }

    static async Task<RecordBytes> RecordAsync()
    {
        await using var desk = await WebDesk.OpenAsync();
        return await desk.RecordAsync(await desk.PublishAsync(Samples.Harbour));
    }

    static async Task<string> WriteAsync(RecordBytes record)
    {
        using var body = new MemoryStream();
        await RecordCsv.WriteAsync(Just(record), body, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    static async IAsyncEnumerable<RecordBytes> Just(params RecordBytes[] records)
    {
        await Task.CompletedTask;
        foreach (var record in records) yield return record;
    }
}
