using System.Text;
using Verify.Testing.Blobs;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Sealing;
using static Verify.Workflow.Tests.Log.LoggedRecords;

namespace Verify.Workflow.Tests.Log;

/// <summary>A log once begun is not begun again by itself, whatever is done to the store: the desk remembers outside of it what it signed.</summary>
public sealed class RememberedLogTests
{
    const string Head = "log-head";

    readonly MemoryBlobs store = new();
    readonly MemoryBlobs memory = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Three records sealed, then two more; the store as it was at three.</summary>
    async Task<MemoryBlobs> SealedAsync()
    {
        await store.PublishAsync(0, 3);
        await store.SealAsync(memory);
        var backup = await store.CopyAsync();
        await store.PublishAsync(3, 2);
        await store.SealAsync(memory);
        return backup;
    }

    async Task<string> RefusedAsync(IBlobs blobs)
    {
        var before = await blobs.ListAsync("", cancel: Cancel).ToListAsync(Cancel);
        var said = (await Assert.ThrowsAsync<LogException>(() => blobs.SealAsync(memory))).Message;
        Assert.Equal(before, await blobs.ListAsync("", cancel: Cancel).ToListAsync(Cancel));
        Assert.Contains("memory/log-head", said, StringComparison.Ordinal);
        Assert.Contains("verify log resume --reason", said, StringComparison.Ordinal);
        return said;
    }

    static void IsTold(LogReport report, string what)
    {
        Assert.False(report.IsWhole);
        Assert.Contains(what, Assert.Single(report.Findings, found => found.Name == "memory/log-head").What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_signed_is_remembered()
    {
        await SealedAsync();
        Assert.Equal(await store.BytesAsync("log/checkpoint"), await memory.BytesAsync(Head));
        Assert.Equal([Head], await memory.ListAsync("", cancel: Cancel).ToListAsync(Cancel));
        var report = await store.CheckAsync(memory: memory);
        Assert.True(report.IsWhole);
        Assert.Equal(5, report.Remembered);
        Assert.Equal(new LogSealed(5, 0), await store.SealAsync(memory));
    }

    [Fact]
    public async Task A_log_that_was_begun_before_the_desk_remembered_is_remembered_from_then_on()
    {
        await store.PublishAsync(0, 3);
        await store.SealAsync();
        Assert.Equal(new LogSealed(3, 0), await store.SealAsync(memory));
        Assert.Equal(await store.BytesAsync("log/checkpoint"), await memory.BytesAsync(Head));
    }

    [Fact]
    public async Task What_another_machine_sealed_is_gone_on_from()
    {
        await SealedAsync();
        await store.PublishAsync(5, 2);
        await store.SealAsync(new MemoryBlobs()); // another machine, with a memory of its own
        await store.PublishAsync(7, 1);
        Assert.Equal(new LogSealed(8, 1), await store.SealAsync(memory));
        await store.IsSealedAsync(8);
    }

    [Fact]
    public async Task Nothing_is_sealed_over_a_whole_store_that_was_put_back()
    {
        var old = await SealedAsync();
        Assert.Contains("remembers (memory/log-head) that its log holds 5 records, and log/checkpoint is of 3", await RefusedAsync(old), StringComparison.Ordinal);
        await old.PublishAsync(7, 4); // and grew behind it
        await RefusedAsync(old);
        IsTold(await old.CheckAsync(memory: memory), "the log was put back to an older state");
    }

    [Fact]
    public async Task Nothing_is_sealed_over_a_log_that_was_erased_with_all_that_tells_of_it()
    {
        await SealedAsync();
        var missing = Record(1);
        foreach (var name in await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel))
            if (name.StartsWith("log/", StringComparison.Ordinal) || name.StartsWith("records/checkpoints/", StringComparison.Ordinal) || name == missing.Name || name == $"journals/review/{missing.Record.Claim}")
                await store.DeleteAsync(name, cancel: Cancel);
        Assert.True((await (await store.CopyAsync()).SealAsync()).Added > 0); // who remembers nothing signs it
        Assert.Contains("log/checkpoint is not there", await RefusedAsync(store), StringComparison.Ordinal);
        IsTold(await store.CheckAsync(memory: memory), "the log was put back to an older state");
    }

    [Fact]
    public async Task Nothing_is_sealed_over_a_store_that_was_put_back_to_a_batch_of_somebody_elses()
    {
        var old = await SealedAsync();
        await old.CreateAsync("log/batches/000000000003", Encoding.UTF8.GetBytes($"{Record(8).Id}\n{Record(9).Id}\n"), Cancel);
        await RefusedAsync(old);
        IsTold(await old.CheckAsync(memory: memory), "the log was put back to an older state");
    }

    [Fact]
    public async Task Nothing_is_sealed_over_another_log_of_the_same_key()
    {
        await SealedAsync();
        var other = new MemoryBlobs();
        await other.PublishAsync(10, 8);
        await other.SealAsync();
        Assert.Contains("another log of 5 records", await RefusedAsync(other), StringComparison.Ordinal);
        IsTold(await other.CheckAsync(memory: memory), "the log was rewritten");
    }

    [Fact]
    public async Task Nothing_is_sealed_where_what_is_remembered_is_of_another_key()
    {
        await store.PublishAsync(0, 1);
        using var stranger = new LogSigner("verify", new byte[32]);
        await memory.CreateAsync(Head, new Checkpoint("verify", 2, PublishedTree.Hashes[0]).Sign(stranger), Cancel);
        var said = (await Assert.ThrowsAsync<LogException>(() => store.SealAsync(memory))).Message;
        Assert.StartsWith("memory/log-head is not signed by the key verify+", said, StringComparison.Ordinal);
        IsTold(await store.CheckAsync(memory: memory), "is not signed by the key");
    }

    /// <summary>The memory is written into the same store here, so that its write is one of those that fail.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_every_write_that_fails_the_next_sealer_goes_on_by_itself(bool dies)
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var blobs = new MemoryBlobs();
            await blobs.PublishAsync(0, 2);
            await blobs.SealAsync(blobs);
            await blobs.PublishAsync(2, 2);
            var faulty = dies ? FaultyBlobs.DiesAtWrite(write, blobs) : FaultyBlobs.LosesAnswerOfWrite(write, blobs);
            try
            {
                await faulty.SealAsync(faulty);
            }
            catch (StoreException)
            {
                // The next one goes on.
            }
            reached = faulty.Reached;
            var meanwhile = await blobs.CheckAsync(memory: blobs);
            Assert.True(meanwhile.IsWhole, $"write {write}: {string.Join('\n', meanwhile.Findings)}");
            await blobs.PublishAsync(4, 1);
            await blobs.SealAsync(blobs);
            await blobs.IsSealedAsync(5, $"write {write}");
            Assert.Equal(await blobs.BytesAsync("log/checkpoint"), await blobs.BytesAsync(Head));
        }
    }

    [Fact]
    public async Task Between_every_two_steps_of_one_sealer_another_one_may_do_all_of_it()
    {
        for (var step = 1; ; step++)
        {
            var blobs = new MemoryBlobs();
            await blobs.PublishAsync(0, 2);
            await blobs.SealAsync(blobs);
            await blobs.PublishAsync(2, 2);
            var interrupted = new InterruptedBlobs(blobs, step, async () =>
            {
                await blobs.SealAsync(blobs);
                await blobs.PublishAsync(4, 1);
                await blobs.SealAsync(blobs);
            });
            await interrupted.SealAsync(interrupted);
            if (!interrupted.Reached) break;
            await blobs.SealAsync(blobs);
            await blobs.IsSealedAsync(5, $"call {step}");
            Assert.Equal(await blobs.BytesAsync("log/checkpoint"), await blobs.BytesAsync(Head));
            Assert.True(step < 300);
        }
    }

    [Fact]
    public async Task Many_at_once_seal_and_remember_each_record_once()
    {
        for (var round = 0; round < 10; round++)
        {
            await store.PublishAsync(round * 7, 7);
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => store.SealAsync(memory))));
            await store.IsSealedAsync((round + 1) * 7);
            Assert.Equal(await store.BytesAsync("log/checkpoint"), await memory.BytesAsync(Head));
        }
    }

    [Fact]
    public async Task A_store_that_is_sealed_while_it_is_checked_goes_on_from_what_is_remembered()
    {
        for (var step = 1; ; step++)
        {
            var blobs = new MemoryBlobs();
            await blobs.PublishAsync(0, 3);
            await blobs.SealAsync(blobs);
            await blobs.PublishAsync(3, 2);
            var interrupted = new InterruptedBlobs(blobs, step, () => blobs.SealAsync(blobs));
            var report = await interrupted.CheckAsync(memory: interrupted);
            Assert.True(report.IsWhole, $"call {step}: {string.Join('\n', report.Findings)}");
            if (!interrupted.Reached) break;
        }
    }
}
