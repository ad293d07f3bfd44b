using Verify.Storage.Indexing;
using Verify.Testing.Blobs;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Indexing;

/// <summary>Names in memory: what is asked of the store, and what is seen of others.</summary>
public sealed class IndexedBlobsTests
{
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static ReadOnlyMemory<byte> Bytes => new byte[] { 1 };

    [Fact]
    public async Task Names_are_listed_from_the_store_once()
    {
        await store.CreateAsync("queue/01/a", Bytes, Cancel);
        var counted = new CountingBlobs(store);
        var blobs = new IndexedBlobs(counted, "queue/");
        for (var times = 0; times < 3; times++) Assert.Equal(["queue/01/a"], await ListAsync(blobs, "queue/"));
        await blobs.CreateAsync("queue/02/b", Bytes, Cancel);
        await blobs.DeleteAsync("queue/01/a", cancel: Cancel);
        await blobs.AppendAsync("queue/03/c", "line\n"u8.ToArray(), 0, Cancel);
        Assert.Equal(["queue/02/b", "queue/03/c"], await ListAsync(blobs, "queue/"));
        Assert.Equal(["queue/03/c"], await ListAsync(blobs, "queue/03/"));
        Assert.Equal(1, counted.Take()["list queue"]);
    }

    [Fact]
    public async Task Other_names_are_asked_of_the_store()
    {
        var blobs = new IndexedBlobs(store, "queue/");
        await store.CreateAsync("journals/a", Bytes, Cancel);
        await store.CreateAsync("queue/a", Bytes, Cancel);
        Assert.Equal(["journals/a"], await ListAsync(blobs, "journals/"));
        Assert.Equal(["journals/a", "queue/a"], await ListAsync(blobs, ""));
    }

    [Fact]
    public async Task What_another_program_did_is_seen_after_a_refresh()
    {
        await store.CreateAsync("queue/gone", Bytes, Cancel);
        var blobs = new IndexedBlobs(store, "queue/");
        Assert.Equal(["queue/gone"], await ListAsync(blobs, "queue/"));
        await store.DeleteAsync("queue/gone", cancel: Cancel);
        await store.CreateAsync("queue/come", Bytes, Cancel);
        Assert.Equal(["queue/gone"], await ListAsync(blobs, "queue/"));
        Assert.Null(await blobs.ReadAsync("queue/gone", Cancel));
        await blobs.RefreshAsync();
        Assert.Equal(["queue/come"], await ListAsync(blobs, "queue/"));
    }

    [Fact]
    public async Task Of_many_names_some_of_which_came_and_went_elsewhere_a_refresh_leaves_those_that_are()
    {
        var blobs = new IndexedBlobs(store, "queue/");
        string[] names = [.. Enumerable.Range(0, 10_000).Select(number => $"queue/{number:00000}")];
        foreach (var name in names) await store.CreateAsync(name, Bytes, Cancel);
        Assert.Equal(names, await ListAsync(blobs, "queue/"));
        string[] gone = [.. names.Where((_, at) => at % 3 == 0 || at is > 4090 and < 4110)];
        foreach (var name in gone) await store.DeleteAsync(name, cancel: Cancel);
        await store.CreateAsync("queue/zzz", Bytes, Cancel);
        await blobs.RefreshAsync();
        Assert.Equal([.. names.Except(gone), "queue/zzz"], await ListAsync(blobs, "queue/"));
    }

    [Fact]
    public async Task After_an_answer_that_was_lost_the_store_is_asked_again()
    {
        var blobs = new IndexedBlobs(FaultyBlobs.LosesAnswerOfWrite(1, store), "queue/");
        Assert.Empty(await ListAsync(blobs, "queue/"));
        await Assert.ThrowsAsync<StoreException>(() => blobs.CreateAsync("queue/a", Bytes, Cancel));
        Assert.Equal(["queue/a"], await ListAsync(blobs, "queue/"));
    }

    [Fact]
    public async Task What_comes_and_goes_while_the_store_is_listed_is_not_lost()
    {
        IndexedBlobs? blobs = null;
        await store.CreateAsync("queue/b", Bytes, Cancel);
        var listing = new ListedBlobs(store, async () =>
        {
            await blobs!.CreateAsync("queue/a", Bytes, Cancel);
            await blobs.DeleteAsync("queue/b", cancel: Cancel);
        });
        blobs = new IndexedBlobs(listing, "queue/");
        Assert.Equal(["queue/a"], await ListAsync(blobs, "queue/"));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_told_until_the_names_are_known()
    {
        var isDown = true;
        var blobs = new IndexedBlobs(new ListedBlobs(store, () => isDown ? Task.FromException(new StoreException("down")) : Task.CompletedTask), "queue/");
        await Assert.ThrowsAsync<StoreException>(() => ListAsync(blobs, "queue/"));
        isDown = false;
        await store.CreateAsync("queue/a", Bytes, Cancel);
        Assert.Equal(["queue/a"], await ListAsync(blobs, "queue/"));
    }

    [Fact]
    public async Task Many_writers_leave_the_names_as_the_store_has_them()
    {
        var blobs = new IndexedBlobs(store, "queue/");
        await Parallel.ForEachAsync(Enumerable.Range(0, 4_000), Cancel, async (number, cancel) =>
        {
            var name = $"queue/{number % 7}";
            if (number % 2 == 0) await blobs.CreateAsync(name, Bytes, cancel);
            else await blobs.DeleteAsync(name, cancel: cancel);
            if (number % 50 == 0) await blobs.RefreshAsync();
            if (number % 20 == 0) await ListAsync(blobs, "queue/");
        });
        Assert.Equal(await ListAsync(store, "queue/"), await ListAsync(blobs, "queue/"));
    }

    static async Task<List<string>> ListAsync(IBlobs blobs, string prefix)
    {
        var names = new List<string>();
        await foreach (var name in blobs.ListAsync(prefix, cancel: Cancel)) names.Add(name);
        return names;
    }
}
