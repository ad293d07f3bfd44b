using System.Text;
using Verify.Testing.Blobs;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;
using static Verify.Testing.Workflow.Sample;

namespace Verify.Workflow.Tests.Revisions;

/// <summary>A record that takes another's place names it by its hash, and the link beside that one follows from its bytes.</summary>
public sealed class RevisedRecordTests
{
    static readonly RecordBytes First = VerifiedRecord.Of(Review.Fold([Opened(), Approved()]), Noon.AddMinutes(6));
    static readonly RecordBytes Second = Made(First, new RecordCorrected("correction-1", Noon.AddHours(1), Dewi.Id, First.Id, "Keliru.", new Verdict(2), [new("https://example.org/table")], "Catatan", new(Value: 41)), Noon.AddMonths(1));
    static readonly RecordBytes Third = Made(Second, new RecordRetracted("retraction-1", Noon.AddHours(2), Dewi.Id, Second.Id, "Klaim lain."), Noon.AddMonths(2));

    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    RecordStore Records => new(store);

    static RecordBytes Made(RecordBytes before, RecordRevised asked, DateTimeOffset sealedAt)
    {
        Assert.Equal(before.Id, asked.Record);
        return RevisedRecord.Of(Review.Fold([Opened(), Approved()]), asked, sealedAt);
    }

    static PublicationSealed SealingOf(RecordBytes record) => new("publicationSealed", record.Record.SealedAt, record.Id);

    async Task ThreeAsync()
    {
        await Records.CreateAsync(First, null, Cancel);
        await Records.CreateAsync(Second, SealingOf(First), Cancel);
        await Records.CreateAsync(Third, SealingOf(Second), Cancel);
    }

    [Fact]
    public void The_end_of_a_correction_s_bytes_is_this()
    {
        const string End = """
              "decisions": [
                {
                  "id": "correction-1",
                  "by": "e-dewi",
                  "at": "2026-03-02T13:00:00+00:00",
                  "judgement": "correct"
                }
              ],
              "extractor": "1",
              "shown": "etag-1",
              "sealedAt": "2026-04-02T12:00:00+00:00",
              "supersedes": {
                "record": "FIRST",
                "kind": "correction",
                "reason": "Keliru.",
                "by": "e-dewi",
                "at": "2026-03-02T13:00:00+00:00"
              }
            }

            """;
        var bytes = Encoding.UTF8.GetString(Second.Content.Span);
        Assert.EndsWith(End.Replace("FIRST", First.Id, StringComparison.Ordinal), bytes, StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"schema\": \"verify-record-2\",\n", bytes, StringComparison.Ordinal);
        Assert.Equal((41m, 40m), (Second.Record.Figures[0].Value, Second.Record.FiguresAsRead!.Value[0].Value));
    }

    [Fact]
    public void A_retraction_states_no_figure_and_no_verdict()
    {
        var bytes = Encoding.UTF8.GetString(Third.Content.Span);
        Assert.Contains("\n  \"figures\": [],\n  \"figuresAsRead\": null,\n", bytes, StringComparison.Ordinal);
        Assert.Contains("\n  \"verdict\": null,\n  \"evidence\": [],\n  \"note\": null,\n", bytes, StringComparison.Ordinal);
        Assert.Contains("\"judgement\": \"retract\"", bytes, StringComparison.Ordinal);
        Assert.Contains($"\"record\": \"{Second.Id}\",\n    \"kind\": \"retraction\",\n    \"reason\": \"Klaim lain.\"", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_stands_beside_the_old_record_and_is_this()
    {
        await ThreeAsync();
        Assert.Equal(
            [First.Name, $"records/2026/03/{First.Id}.superseded.json", Second.Name, $"records/2026/04/{Second.Id}.superseded.json", Third.Name],
            await store.ListAsync("records/", cancel: Cancel).ToListAsync(Cancel));
        var link = await store.ReadAsync($"records/2026/03/{First.Id}.superseded.json", Cancel);
        Assert.Equal(
            $"{{\n  \"schema\": \"verify-link-1\",\n  \"record\": \"{First.Id}\",\n  \"kind\": \"correction\",\n  \"supersededBy\": \"{Second.Id}\",\n  \"sealedAt\": \"2026-04-02T12:00:00+00:00\"\n}}\n",
            Encoding.UTF8.GetString(link!.Content.Span));
    }

    [Fact]
    public async Task Creating_it_twice_is_creating_it_once()
    {
        await ThreeAsync();
        var before = await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel);
        await ThreeAsync();
        Assert.Equal(before, await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_link_is_no_record_and_tells_of_those_behind_it_by_pages_too()
    {
        await ThreeAsync();
        await store.CreateAsync($"records/2026/03/{First.Id}.notes.txt", "between"u8.ToArray(), Cancel);
        Assert.Equal([First.Name, Second.Name, Third.Name], await Records.NamesAsync(null, Cancel).ToListAsync(Cancel));
        var listed = await Records.ListAsync(null, Cancel).ToListAsync(Cancel);
        Assert.Equal([2, 1, 0], listed.Select(record => record.Later.Length));
        Assert.Equal([Second.Id, Third.Id], (await Records.FindAsync(First.Id, Cancel))!.Later.Select(record => record.Id));
        Assert.Equal([Second.Id, Third.Id], (await Records.ListAsync(First.Name, Cancel).ToListAsync(Cancel)).Select(record => record.Id));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("""{"schema":"verify-link-1","record":"FIRST","kind":"correction","supersededBy":"THIRD","sealedAt":"2026-05-02T12:00:00+00:00"}""")]
    [InlineData("""{"schema":"verify-link-1","record":"FIRST","kind":"correction","supersededBy":"../../inbox/x","sealedAt":"2026-05-02T12:00:00+00:00"}""")]
    [InlineData("""{"schema":"verify-link-1","record":"FIRST","kind":"retraction","supersededBy":"0000000000000000000000000000000000000000000000000000000000000000","sealedAt":"2026-05-02T12:00:00+00:00"}""")]
    public async Task A_link_that_somebody_put_there_is_not_believed(string content)
    {
        await Records.CreateAsync(First, null, Cancel);
        await Records.CreateAsync(Third, null, Cancel);
        var bytes = Encoding.UTF8.GetBytes(content.Replace("FIRST", First.Id, StringComparison.Ordinal).Replace("THIRD", Third.Id, StringComparison.Ordinal));
        await store.CreateAsync($"records/2026/03/{First.Id}.superseded.json", bytes, Cancel);
        var error = await Assert.ThrowsAsync<RecordException>(() => Records.FindAsync(First.Id, Cancel));
        Assert.StartsWith($"records/2026/03/{First.Id}.superseded.json is not the link that was published", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RecordException>(() => Records.CreateAsync(Second, SealingOf(First), Cancel));
    }
}
