using System.Text;
using Verify.Claims.Quantities;
using Verify.Testing.Blobs;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;
using static Verify.Testing.Workflow.Sample;

namespace Verify.Workflow.Tests.Records;

/// <summary>A record is named by its bytes, and its bytes follow from the journal alone.</summary>
public sealed class RecordTests
{
    static readonly DateTimeOffset SealedAt = new(2026, 3, 31, 23, 59, 59, TimeSpan.FromHours(-2)); // April in UTC

    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    RecordStore Records => new(store);

    static RecordBytes Corrected => VerifiedRecord.Of(
        Review.Fold([Opened(), new ClaimCorrected("decision-1", Noon, Ani.Id, "etag-1", new(Value: 41.50m, Relation: Relation.Equal, Speaker: ""), new Verdict(2, "Keliru"), [new("https://example.org/a?b=1&c=\"é\"", "41 jembatan")], "Catatan")]),
        SealedAt);

    [Fact]
    public void Its_bytes_are_these()
    {
        const string Bytes = """
            {
              "schema": "verify-record-1",
              "claim": "ARTICLE-21",
              "article": {
                "id": "ARTICLE",
                "language": "id",
                "title": "Jembatan",
                "authors": [
                  "Sari"
                ],
                "publisher": null,
                "published": null,
                "url": null
              },
              "text": "Dinas menyatakan lebih 40 jembatan rusak",
              "sentence": "Dinas menyatakan lebih 40 jembatan rusak.",
              "figures": [
                {
                  "value": 41.5,
                  "upper": null,
                  "relation": "=",
                  "unit": null,
                  "kind": "count",
                  "counted": "jembatan"
                }
              ],
              "figuresAsRead": [
                {
                  "value": 40,
                  "upper": null,
                  "relation": ">",
                  "unit": null,
                  "kind": "count",
                  "counted": "jembatan"
                }
              ],
              "subject": null,
              "speaker": null,
              "time": null,
              "modality": "asserted",
              "verdict": {
                "rating": 2,
                "label": "Keliru"
              },
              "evidence": [
                {
                  "url": "https://example.org/a?b=1&c=\"é\"",
                  "quote": "41 jembatan"
                }
              ],
              "note": "Catatan",
              "decisions": [
                {
                  "id": "decision-1",
                  "by": "r-ani",
                  "at": "2026-03-02T12:00:00+00:00",
                  "judgement": "correct"
                }
              ],
              "extractor": "1",
              "shown": "etag-1",
              "sealedAt": "2026-03-31T23:59:59-02:00"
            }

            """;
        Assert.Equal(Bytes.Replace("ARTICLE", Claim.Article.Value, StringComparison.Ordinal), Encoding.UTF8.GetString(Corrected.Content.Span));
    }

    [Fact]
    public void It_is_kept_by_its_month_in_utc_and_by_the_hash_of_its_bytes()
    {
        var record = Corrected;
        Assert.Equal($"records/2026/04/{ArticleId.Of(record.Content.Span)}.json", record.Name);
    }

    [Fact]
    public async Task It_is_found_by_its_id_whatever_month_it_is_in()
    {
        var approved = Review.Fold([Opened(), Approved()]);
        RecordBytes[] records = [.. Enumerable.Range(0, 14).Select(month => VerifiedRecord.Of(approved, Noon.AddMonths(month)))];
        foreach (var record in records) await Records.CreateAsync(record, null, Cancel);
        foreach (var record in records) Assert.Equal(record.Name, (await Records.FindAsync(record.Id, Cancel))?.Name);
        Assert.Null(await Records.FindAsync(new string('0', 64), Cancel));
    }

    [Fact]
    public async Task Creating_it_twice_is_creating_it_once()
    {
        await Records.CreateAsync(Corrected, null, Cancel);
        await Records.CreateAsync(Corrected, null, Cancel);
        Assert.Single(await Records.ListAsync(null, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task One_that_somebody_changed_is_not_given_out()
    {
        var record = Corrected;
        var changed = Encoding.UTF8.GetString(record.Content.Span).Replace("41.5", "40.5", StringComparison.Ordinal);
        await store.CreateAsync(record.Name, Encoding.UTF8.GetBytes(changed), Cancel);

        var error = await Assert.ThrowsAsync<RecordException>(() => Records.FindAsync(record.Id, Cancel));
        Assert.StartsWith($"{record.Name} is not what was published", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RecordException>(() => Records.CreateAsync(record, null, Cancel));
    }

    [Fact]
    public async Task A_stray_file_beside_the_records_is_none_of_them()
    {
        await Records.CreateAsync(Corrected, null, Cancel);
        await store.CreateAsync("records/README.txt", "notes"u8.ToArray(), Cancel);
        await store.CreateAsync("records/2026/04/notes.json", "{}"u8.ToArray(), Cancel);
        Assert.Equal(Corrected.Id, Assert.Single(await Records.ListAsync(null, Cancel).ToListAsync(Cancel)).Id);
    }

    [Theory]
    [InlineData("never decided")]
    [InlineData("rejected", true)]
    public void A_claim_that_was_not_verified_has_none(string situation, bool isRejected = false)
    {
        Assert.NotEmpty(situation);
        var review = isRejected ? Review.Fold([Opened(), Rejected()]) : Review.Fold([Opened()]);
        Assert.Throws<InvalidOperationException>(() => VerifiedRecord.Of(review, SealedAt));
    }
}
