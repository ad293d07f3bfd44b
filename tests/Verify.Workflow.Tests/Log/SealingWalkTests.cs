using Verify.Storage;
using Verify.Storage.Folders;
using Verify.Testing.Blobs;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Tests.Log;

/// <summary>
/// Stops a sealer at its first write, then at its second, and so on to the last, over stores that are real; whoever seals next ends it, and each
/// record stands in the log once. What the desk remembers lies in the same store here, so that its writes are among those that fail.
/// </summary>
public sealed class SealingWalkTests : IDisposable
{
    /// <summary>Two less than what fills a tile of hashes and a bundle of entries.</summary>
    const int Before = 254;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verify-sealing-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Three batches at each step: one fills a tile, the others grow partial ones, and each signs a checkpoint.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Over_a_folder(bool dies)
    {
        var full = Path.Combine(folder.FullName, "full");
        await PublishAsync(Open(full), 0, Before);
        await Open(full).SealAsync(Open(full));
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var place = Path.Combine(folder.FullName, $"{write}");
            CopyAll(full, place);
            var store = Open(place);
            var faulty = Fault(dies, write, store);
            for (var batch = 0; batch < 3; batch++)
            {
                await store.PublishAsync(Before + (batch * 3), 3);
                await SealAsync(faulty);
            }
            reached = faulty.Reached;
            var next = Open(place);
            Assert.True((await next.CheckAsync(memory: next)).IsWhole, $"write {write}");
            await next.SealAsync(next);
            await next.IsSealedAsync(Before + 9, $"write {write}");
            Assert.Equal(await next.BytesAsync("log/checkpoint"), await next.BytesAsync("log-head"));
            Directory.Delete(place, recursive: true);
            Assert.True(write < 200, "Three sealings have far fewer writes.");
        }
    }

    /// <summary>One log that goes on from fault to fault, past the end of its first tile.</summary>
    [Fact]
    public async Task Over_containers()
    {
        var store = await ContainersAsync();
        await PublishAsync(store, 0, Before);
        await store.SealAsync(store);
        var count = Before;
        foreach (var dies in new[] { true, false })
        {
            var reached = true;
            for (var write = 1; reached; write++, count += 2)
            {
                await store.PublishAsync(count, 2);
                var faulty = Fault(dies, write, store);
                await SealAsync(faulty);
                reached = faulty.Reached;
                await store.SealAsync(store);
                Assert.Equal(await store.BytesAsync("log/checkpoint"), await store.BytesAsync("log-head"));
                Assert.True(write < 100, "A sealing has far fewer writes.");
            }
        }
        await store.IsSealedAsync(count);
        Assert.True((await store.CheckAsync(memory: store)).IsWhole);
    }

    [Fact]
    public Task Two_at_once_over_a_folder() => TwoAsync(() => Open(Path.Combine(folder.FullName, "store")), () => Open(Path.Combine(folder.FullName, "memory")));

    [Fact]
    public async Task Two_at_once_over_containers()
    {
        var store = await ContainersAsync();
        await TwoAsync(() => store, () => Open(Path.Combine(folder.FullName, "memory")));
    }

    /// <summary>Two sealers that share nothing but the places, as two processes do, and one that publishes meanwhile.</summary>
    static async Task TwoAsync(Func<IBlobs> store, Func<IBlobs> memory)
    {
        const int rounds = 12, each = 5;
        for (var round = 0; round < rounds; round++)
        {
            await store().PublishAsync(2 * round * each, each);
            var later = Task.Run(() => store().PublishAsync(((2 * round) + 1) * each, each), Cancel);
            await Task.WhenAll(Task.Run(() => store().SealAsync(memory()), Cancel), Task.Run(() => store().SealAsync(memory()), Cancel), later);
        }
        await store().SealAsync(memory());
        await store().IsSealedAsync(2 * rounds * each);
        Assert.True((await store().CheckAsync(memory: memory())).IsWhole);
    }

    static FaultyBlobs Fault(bool dies, int write, IBlobs store) => dies ? FaultyBlobs.DiesAtWrite(write, store) : FaultyBlobs.LosesAnswerOfWrite(write, store);

    static async Task SealAsync(FaultyBlobs faulty)
    {
        try
        {
            await faulty.SealAsync(faulty);
        }
        catch (StoreException)
        {
            // The next one goes on.
        }
    }

    static Task PublishAsync(IBlobs store, int from, int count) =>
        Parallel.ForEachAsync(Enumerable.Range(from, count), Cancel, async (n, _) => await store.PublishAsync(n, 1));

    static FolderBlobs Open(string place) => new(place, new FolderOptions { Flush = false });

    static async Task<IBlobs> ContainersAsync()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        return Stores.Open(azurite.NewAddress());
    }

    static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
