using System.Text;
using Verify.Testing.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Tree;
using static Verify.Workflow.Tests.Log.LoggedRecords;

namespace Verify.Workflow.Tests.Log;

/// <summary>What somebody can do to a store, by kinds, and what the check says of each.</summary>
public sealed class TamperedStoreTests
{
    const string Newest = "records/checkpoints/000000000005";

    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Three records sealed, then two more; the checkpoint of the three.</summary>
    async Task<byte[]> SealedAsync()
    {
        await store.PublishAsync(0, 3);
        await store.SealAsync();
        var old = await store.BytesAsync("log/checkpoint");
        await store.PublishAsync(3, 2);
        await store.SealAsync();
        await store.IsSealedAsync(5);
        return old;
    }

    async Task<LogFinding> OneAsync(LogFault fault, string name, string what)
    {
        var found = (await store.CheckAsync()).Findings;
        var finding = Assert.Single(found);
        Assert.Equal((fault, name), (finding.Fault, finding.Name));
        Assert.Contains(what, finding.What, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.What, StringComparison.Ordinal);
        return finding;
    }

    [Fact]
    public async Task A_record_with_one_byte_changed_is_named()
    {
        await SealedAsync();
        var bytes = await store.BytesAsync(Record(1).Name);
        bytes[300] ^= 1;
        await store.PutAsync(Record(1).Name, bytes);
        await OneAsync(LogFault.Changed, Record(1).Name, "its bytes hash to");
        Assert.False((await store.CheckAsync()).IsWhole);
    }

    [Fact]
    public async Task A_record_that_is_gone_is_named()
    {
        await SealedAsync();
        await store.DeleteAsync(Record(2).Name, cancel: Cancel);
        await OneAsync(LogFault.Removed, $"record {Record(2).Id}", "is sealed in the log at index");
    }

    [Fact]
    public async Task A_record_that_nobody_published_is_named()
    {
        await SealedAsync();
        await store.CreateAsync(Record(9).Name, Record(9).Content, Cancel);
        await OneAsync(LogFault.Added, Record(9).Name, "is not in the log");
    }

    [Fact]
    public async Task A_record_that_was_slipped_in_with_a_mark_is_named_while_it_waits_and_once_it_is_sealed()
    {
        var old = await SealedAsync();
        await store.CreateAsync(Record(9).Name, Record(9).Content, Cancel);
        await store.CreateAsync($"log/pending/{Record(9).Id}", ReadOnlyMemory<byte>.Empty, Cancel);
        await OneAsync(LogFault.Added, Record(9).Name, "waits for the log, and no journal tells of its publication");
        await store.SealAsync();
        await OneAsync(LogFault.Added, Record(9).Name, "is sealed in the log at index 5, and no journal tells of its publication");
        Assert.False((await store.CheckAsync(old)).IsWhole);
    }

    [Fact]
    public async Task A_record_whose_journal_cannot_be_read_is_not_called_added()
    {
        await SealedAsync();
        var journal = $"journals/review/{Record(2).Record.Claim}";
        await store.DeleteAsync(journal, cancel: Cancel);
        await store.AppendAsync(journal, "{}\n"u8.ToArray(), 0, Cancel);
        await OneAsync(LogFault.Broken, journal, "cannot be read");
    }

    [Theory]
    [InlineData("records/2026/03/notes.txt")]
    [InlineData("records/stray.json")]
    public async Task A_file_among_the_records_is_named(string name)
    {
        await SealedAsync();
        await store.CreateAsync(name, "notes"u8.ToArray(), Cancel);
        await OneAsync(LogFault.Added, name, "is no record");
    }

    [Fact]
    public async Task A_record_copied_into_another_month_is_named()
    {
        await SealedAsync();
        var name = Record(1).Name.Replace("2026/03", "2026/12", StringComparison.Ordinal);
        await store.CreateAsync(name, Record(1).Content, Cancel);
        await OneAsync(LogFault.Added, name, "stands in another month");
    }

    [Fact]
    public async Task Two_records_that_changed_places_are_both_named()
    {
        await SealedAsync();
        await store.PutAsync(Record(0).Name, Record(1).Content.ToArray());
        await store.PutAsync(Record(1).Name, Record(0).Content.ToArray());
        var found = (await store.CheckAsync()).Findings;
        Assert.Equal(new[] { Record(0).Name, Record(1).Name }.Order(StringComparer.Ordinal), found.Select(finding => finding.Name).Order(StringComparer.Ordinal));
        Assert.All(found, finding => Assert.Equal(LogFault.Changed, finding.Fault));
    }

    [Fact]
    public async Task Records_that_wait_are_told_and_are_no_fault()
    {
        await SealedAsync();
        await store.PublishAsync(5, 1);
        await OneAsync(LogFault.NotYetSealed, Record(5).Name, "waits to be sealed");
        Assert.True((await store.CheckAsync()).IsWhole);
    }

    [Fact]
    public async Task A_record_removed_while_it_waits_is_named()
    {
        await SealedAsync();
        await store.PublishAsync(5, 1);
        await store.DeleteAsync(Record(5).Name, cancel: Cancel);
        await OneAsync(LogFault.Removed, $"record {Record(5).Id}", "waits for the log");
    }

    [Fact]
    public async Task A_checkpoint_put_back_is_found_by_those_beside_the_records()
    {
        await store.PutAsync("log/checkpoint", await SealedAsync());
        var found = (await store.CheckAsync()).Findings;
        Assert.Contains(found, finding => finding is { Fault: LogFault.Broken, Name: Newest } && finding.What.Contains("put back to an older state", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_whole_log_put_back_is_found_by_a_checkpoint_kept_elsewhere()
    {
        await SealedAsync();
        var kept = await store.BytesAsync("log/checkpoint");
        var older = new MemoryBlobs();
        await older.PublishAsync(0, 3);
        await older.SealAsync();
        Assert.True((await older.CheckAsync()).IsWhole); // by itself nothing shows
        var finding = Assert.Single((await older.CheckAsync(kept)).Findings);
        Assert.Equal((LogFault.Broken, "the old checkpoint"), (finding.Fault, finding.Name));
        Assert.Contains("put back to an older state", finding.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_made_anew_without_one_record_is_found_by_a_checkpoint_kept_elsewhere()
    {
        await SealedAsync();
        var kept = await store.BytesAsync("log/checkpoint");
        var anew = new MemoryBlobs();
        foreach (var n in new[] { 0, 1, 3, 4, 5, 6 }) await anew.PublishAsync(n, 1);
        await anew.SealAsync();
        Assert.True((await anew.CheckAsync()).IsWhole);
        Assert.Contains("the log was rewritten", Assert.Single((await anew.CheckAsync(kept)).Findings).What, StringComparison.Ordinal);
        Assert.Empty((await store.CheckAsync(kept)).Findings);
    }

    [Fact]
    public async Task A_checkpoint_signed_by_another_key_is_named()
    {
        await SealedAsync();
        using var stranger = new LogSigner("verify", new byte[32]);
        var note = await store.BytesAsync("log/checkpoint");
        var root = Encoding.UTF8.GetString(note).Split('\n')[2];
        Assert.True(TreeHash.TryParseBase64(root, out var hash));
        await store.PutAsync("log/checkpoint", new Checkpoint("verify", 5, hash).Sign(stranger));
        await OneAsync(LogFault.Broken, "log/checkpoint", "is not signed by the key verify+");
    }

    [Theory]
    [InlineData("log/tile/0/000.p/5")]
    [InlineData("log/tile/entries/000.p/5")]
    public async Task A_tile_that_is_gone_is_named_and_everything_else_is_still_compared(string tile)
    {
        await SealedAsync();
        await store.DeleteAsync(tile, cancel: Cancel);
        await OneAsync(LogFault.Broken, tile, "is missing");
    }

    [Theory]
    [InlineData("log/tile/0/000.p/5")]
    [InlineData("log/tile/0/000.p/3")]
    [InlineData("log/tile/entries/000.p/3")]
    public async Task A_tile_that_was_changed_is_named(string tile)
    {
        await SealedAsync();
        var bytes = await store.BytesAsync(tile);
        bytes[20] ^= 0x80;
        await store.PutAsync(tile, bytes);
        await OneAsync(LogFault.Broken, tile, "it was changed");
    }

    [Fact]
    public async Task An_entry_that_was_changed_is_found_by_the_root_that_was_signed()
    {
        await SealedAsync();
        var bytes = await store.BytesAsync("log/tile/entries/000.p/5");
        bytes[20] ^= 1;
        await store.PutAsync("log/tile/entries/000.p/5", bytes);
        var found = (await store.CheckAsync()).Findings;
        Assert.Contains(found, finding => finding is { Fault: LogFault.Broken, Name: "log/checkpoint" } && finding.What.Contains("signs another tree", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("log/tile/0/000.p/9", "of more records than the log has")]
    [InlineData("log/tile/readme", "is no name of a tile")]
    [InlineData("log/notes", "does not belong to the log")]
    [InlineData("log/pending/somebody", "is no mark of a record")]
    [InlineData("log/leaf/somebody", "is no name of a record")]
    [InlineData("log/batches/000000000009", "is a batch behind more records")]
    [InlineData("records/checkpoints/5", "is no name of a checkpoint")]
    [InlineData("records/checkpoints/000000000004", "is no signed note")]
    public async Task A_blob_that_does_not_fit_is_named(string name, string what)
    {
        await SealedAsync();
        await store.CreateAsync(name, new byte[288], Cancel);
        await OneAsync(LogFault.Broken, name, what);
    }

    [Fact]
    public async Task A_checkpoint_under_the_size_of_another_is_named()
    {
        var old = await SealedAsync();
        await store.CreateAsync("records/checkpoints/000000000004", old, Cancel);
        await OneAsync(LogFault.Broken, "records/checkpoints/000000000004", "under the name of another");
    }

    [Fact]
    public async Task A_kept_checkpoint_that_is_gone_is_named()
    {
        await SealedAsync();
        await store.DeleteAsync(Newest, cancel: Cancel);
        await OneAsync(LogFault.Broken, Newest, "is missing");
    }

    [Fact]
    public async Task An_index_that_is_gone_or_wrong_is_named()
    {
        await SealedAsync();
        var (gone, wrong) = ($"log/leaf/{Record(1).Id}", $"log/leaf/{Record(3).Id}");
        await store.DeleteAsync(gone, cancel: Cancel);
        await store.PutAsync(wrong, "0"u8.ToArray());
        var found = (await store.CheckAsync()).Findings;
        Assert.Equal([wrong, gone], found.Select(finding => finding.Name));
    }

    [Fact]
    public async Task A_store_without_a_log_is_whole_and_says_what_waits()
    {
        await store.PublishAsync(0, 2);
        var report = await store.CheckAsync();
        Assert.True(report.IsWhole);
        Assert.Equal((0, null, 2), (report.Size, report.Root, report.Findings.Length));
    }

    [Fact]
    public async Task A_log_that_is_gone_is_found_by_the_checkpoints_beside_the_records()
    {
        await SealedAsync();
        foreach (var name in await store.ListAsync("log/", cancel: Cancel).ToListAsync(Cancel)) await store.DeleteAsync(name, cancel: Cancel);
        var report = await store.CheckAsync();
        Assert.False(report.IsWhole);
        Assert.Contains(report.Findings, finding => finding.Name == Newest);
    }

    [Fact]
    public async Task A_store_that_is_sealed_while_it_is_read_is_read_again()
    {
        for (var step = 1; ; step++)
        {
            var blobs = new MemoryBlobs();
            await blobs.PublishAsync(0, 3);
            await blobs.SealAsync();
            await blobs.PublishAsync(3, 2);
            var interrupted = new InterruptedBlobs(blobs, step, () => blobs.SealAsync());
            var report = await interrupted.CheckAsync();
            Assert.True(report.IsWhole, $"call {step}: {string.Join('\n', report.Findings)}");
            if (!interrupted.Reached) break;
        }
    }
}
