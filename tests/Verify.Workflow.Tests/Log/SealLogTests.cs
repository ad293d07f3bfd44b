using System.Text;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Proving;
using Verify.Workflow.Log.Sealing;
using static Verify.Workflow.Tests.Log.LoggedRecords;

namespace Verify.Workflow.Tests.Log;

/// <summary>Every record goes into the log once, whoever seals, how often and how many at once.</summary>
public sealed class SealLogTests
{
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_desk_without_records_has_no_log()
    {
        Assert.Equal(new LogSealed(0, 0), await store.SealAsync());
        Assert.Empty(await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_waits_is_sealed_and_nothing_twice()
    {
        await store.PublishAsync(0, 3);
        Assert.Equal(new LogSealed(3, 3), await store.SealAsync());
        await store.IsSealedAsync(3);
        Assert.Equal(new LogSealed(3, 0), await store.SealAsync());
        await store.PublishAsync(0, 5); // three of them again, as after a crash behind the record
        Assert.Equal(new LogSealed(5, 2), await store.SealAsync());
        await store.IsSealedAsync(5);
        Assert.Equal(["records/checkpoints/000000000003", "records/checkpoints/000000000005"], await store.ListAsync("records/checkpoints/", cancel: Cancel).ToListAsync(Cancel));
        Assert.Equal(await store.BytesAsync("log/checkpoint"), await store.BytesAsync("records/checkpoints/000000000005"));
    }

    [Fact]
    public async Task The_log_is_written_in_the_layout_of_tlog_tiles()
    {
        await store.PublishAsync(0, 2);
        await store.SealAsync();
        await store.PublishAsync(2, 1);
        await store.SealAsync();
        string[] tiles = ["log/tile/0/000.p/2", "log/tile/0/000.p/3", "log/tile/entries/000.p/2", "log/tile/entries/000.p/3"];
        Assert.Equal(tiles, await store.ListAsync("log/tile/", cancel: Cancel).ToListAsync(Cancel));
        var ids = new[] { 0, 1 }.Select(n => Record(n).Id).Order(StringComparer.Ordinal).Append(Record(2).Id);
        Assert.Equal(ids, (await store.BytesAsync(tiles[3])).Chunk(34).Select(entry => Convert.ToHexStringLower(entry.AsSpan(2))));
        Assert.StartsWith("verify\n3\n", Encoding.UTF8.GetString(await store.BytesAsync("log/checkpoint")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_records_fill_tiles_of_two_levels_and_each_is_proven()
    {
        await store.PublishAsync(0, 600);
        Assert.Equal(new LogSealed(600, 600), await store.SealAsync());
        await store.IsSealedAsync(600);
        var names = await store.ListAsync("log/tile/", cancel: Cancel).ToListAsync(Cancel);
        Assert.Contains("log/tile/0/001", names);
        Assert.Contains("log/tile/1/000.p/2", names);
        for (var n = 0; n < 600; n += 37)
        {
            var proof = TestDesk.Value(await store.ProveAsync(Record(n).Id));
            Assert.Empty(proof.WhatFails(TestDesk.LogKey.Verifier));
            Assert.Equal(600, proof.Size);
        }
    }

    [Fact]
    public async Task Many_at_once_seal_each_record_once()
    {
        for (var round = 0; round < 10; round++)
        {
            await store.PublishAsync(round * 7, 7);
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(store.SealAsync)));
            await store.IsSealedAsync((round + 1) * 7);
        }
    }

    [Fact]
    public async Task A_batch_that_came_too_late_is_never_believed()
    {
        await store.PublishAsync(0, 4);
        await store.SealAsync();
        // A slow sealer saw another set of waiting records behind size 0, and writes its batch when the others are long done.
        await store.PublishAsync(4, 1);
        await store.CreateAsync("log/batches/000000000000", Encoding.UTF8.GetBytes($"{Record(4).Id}\n{Record(1).Id}\n"), Cancel);
        Assert.Equal(new LogSealed(5, 1), await store.SealAsync());
        await store.IsSealedAsync(5);
    }

    [Fact]
    public async Task Between_every_two_steps_of_one_sealer_another_one_may_do_all_of_it()
    {
        for (var step = 1; ; step++)
        {
            var blobs = new MemoryBlobs();
            await blobs.PublishAsync(0, 2);
            await blobs.SealAsync();
            await blobs.PublishAsync(2, 2);
            var interrupted = new InterruptedBlobs(blobs, step, async () =>
            {
                await blobs.SealAsync();
                await blobs.PublishAsync(4, 1);
                await blobs.SealAsync();
            });
            await interrupted.SealAsync();
            if (!interrupted.Reached) break;
            await blobs.SealAsync();
            await blobs.IsSealedAsync(5, $"call {step}");
            Assert.True(step < 300);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_every_write_that_fails_the_next_sealer_ends_what_was_begun(bool dies)
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var blobs = new MemoryBlobs();
            await blobs.PublishAsync(0, 255);
            await blobs.SealAsync();
            await blobs.PublishAsync(255, 3);
            var faulty = dies ? FaultyBlobs.DiesAtWrite(write, blobs) : FaultyBlobs.LosesAnswerOfWrite(write, blobs);
            try
            {
                await faulty.SealAsync();
            }
            catch (StoreException)
            {
                // The next one goes on.
            }
            reached = faulty.Reached;
            var meanwhile = await blobs.CheckAsync();
            Assert.True(meanwhile.IsWhole, $"write {write}: {string.Join('\n', meanwhile.Findings)}");
            await blobs.PublishAsync(258, 1);
            await blobs.SealAsync();
            await blobs.IsSealedAsync(259, $"write {write}");
        }
    }

    [Fact]
    public async Task Records_that_are_older_than_the_log_are_taken_into_it()
    {
        await store.PublishAsync(0, 3);
        foreach (var name in await store.ListAsync("log/", cancel: Cancel).ToListAsync(Cancel)) await store.DeleteAsync(name, cancel: Cancel);
        Assert.Equal(new LogSealed(3, 3), await store.SealAsync());
        await store.IsSealedAsync(3);
    }

    [Fact]
    public async Task Nothing_is_sealed_over_a_log_that_was_put_back()
    {
        await store.PublishAsync(0, 2);
        await store.SealAsync();
        var old = await store.BytesAsync("log/checkpoint");
        await store.PublishAsync(2, 2);
        await store.SealAsync();
        await store.PutAsync("log/checkpoint", old);
        await store.PublishAsync(4, 1);
        Assert.Contains("records/checkpoints/000000000004 is newer", await RefusedAsync(), StringComparison.Ordinal);
        Assert.Equal(old, await store.BytesAsync("log/checkpoint"));
    }

    [Fact]
    public async Task Nothing_is_sealed_over_a_log_that_was_emptied()
    {
        await store.PublishAsync(0, 2);
        await store.SealAsync();
        foreach (var name in await store.ListAsync("log/", cancel: Cancel).ToListAsync(Cancel)) await store.DeleteAsync(name, cancel: Cancel);
        Assert.Contains("is newer", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sealed_over_tiles_that_were_changed()
    {
        await store.PublishAsync(0, 2);
        await store.SealAsync();
        var tile = await store.BytesAsync("log/tile/0/000.p/2");
        tile[40] ^= 1;
        await store.PutAsync("log/tile/0/000.p/2", tile);
        await store.PublishAsync(2, 1);
        Assert.Contains("do not give the root", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sealed_over_a_checkpoint_of_another_key()
    {
        await store.PublishAsync(0, 2);
        await store.SealAsync();
        using var stranger = new LogSigner("verify", new byte[32]);
        await store.PutAsync("log/checkpoint", new Checkpoint("verify", 2, PublishedTree.Hashes[0]).Sign(stranger));
        await store.PublishAsync(2, 1);
        Assert.Contains("is not signed by the key verify+", await RefusedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_is_refused_while_a_record_waits_and_where_none_is()
    {
        await store.PublishAsync(0, 1);
        Assert.Equal((RefusalKind.Conflict, "notYetSealed"), Told(await store.ProveAsync(Record(0).Id)));
        Assert.Equal((RefusalKind.NotFound, "recordNotFound"), Told(await store.ProveAsync(Record(1).Id)));
        Assert.Equal((RefusalKind.NotFound, "recordNotFound"), Told(await store.ProveAsync("?")));
        await store.SealAsync();
        Assert.Empty(TestDesk.Value(await store.ProveAsync(Record(0).Id)).WhatFails(TestDesk.LogKey.Verifier));
    }

    static (RefusalKind, string) Told(Answer<RecordProof> answer) => (TestDesk.RefusalOf(answer).Kind, TestDesk.RefusalOf(answer).Code);

    async Task<string> RefusedAsync() => (await Assert.ThrowsAsync<LogException>(store.SealAsync)).Message;
}
