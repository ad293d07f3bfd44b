using Verify.Testing.Blobs;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests;

public sealed class FaultyBlobsTests
{
    static readonly byte[] Line = "x\n"u8.ToArray();

    readonly MemoryBlobs inner = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_store_that_dies_does_nothing_more()
    {
        var store = FaultyBlobs.DiesAtWrite(2, inner);

        Assert.True(await store.CreateAsync("a", Line, Cancel));
        Assert.NotNull(await store.ReadAsync("a", Cancel));
        await Assert.ThrowsAsync<StoreException>(() => store.CreateAsync("b", Line, Cancel));
        await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync("a", Cancel));
        await Assert.ThrowsAsync<StoreException>(() => store.AppendAsync("c", Line, 0, Cancel));
        await Assert.ThrowsAsync<StoreException>(() => store.DeleteAsync("a", null, Cancel));
        await Assert.ThrowsAsync<StoreException>(async () => await store.ListAsync("", null, Cancel).ToListAsync(Cancel));

        Assert.True(store.Reached);
        Assert.Equal(["a"], await inner.ListAsync("", null, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_store_that_loses_an_answer_has_done_the_work_and_goes_on()
    {
        var store = FaultyBlobs.LosesAnswerOfWrite(2, inner);

        Assert.True(await store.CreateAsync("a", Line, Cancel));
        await Assert.ThrowsAsync<StoreException>(() => store.AppendAsync("b", Line, 0, Cancel));
        Assert.NotNull(await store.ReadAsync("b", Cancel));
        Assert.True(await store.AppendAsync("b", Line, 2, Cancel));

        Assert.Equal((3, true), (store.Writes, store.Reached));
    }

    [Fact]
    public async Task A_walk_ends_when_the_fault_is_behind_the_last_write()
    {
        var walked = 0;
        for (var reached = true; reached; walked++)
        {
            var store = FaultyBlobs.DiesAtWrite(walked + 1, new MemoryBlobs());
            try
            {
                await store.CreateAsync("a", Line, Cancel);
                await store.CreateAsync("b", Line, Cancel);
            }
            catch (StoreException)
            {
            }
            reached = store.Reached;
        }

        Assert.Equal(3, walked);
    }
}
