using Verify.Storage.Copying;
using Verify.Testing.Blobs;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Copying;

/// <summary>A copy that ends at every single write, and is begun again.</summary>
public sealed class CutOffCopyTests
{
    static readonly CopyOptions AtOnce = new() { Pauses = [] };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Wherever_it_was_cut_off_nothing_half_is_seen_and_begun_again_it_ends_whole(int workers)
    {
        var from = new MemoryBlobs();
        var clock = await SeededDesk.WriteAsync(from);
        await SeededDesk.AddMoreAsync(from);
        var held = await SeededDesk.HeldAsync(from);
        var options = AtOnce with { Workers = workers };
        var n = 1;
        for (; ; n++)
        {
            var to = new MemoryBlobs();
            var dying = FaultyBlobs.DiesAtWrite(n, to);
            try
            {
                await new StoreCopy(from, dying, options).RunAsync(Cancel);
            }
            catch (StoreException)
            {
                Assert.True(dying.Reached);
            }
            var half = await SeededDesk.HeldAsync(to, withBeside: true);
            AssertNothingHalf(held, half, n);
            Assert.Equal(0, (await new StoreCopy(from, to, options).RunAsync(Cancel)).Differences);
            Assert.Equal(held, await SeededDesk.HeldAsync(to, withBeside: true));
            if (n % 10 == 1) await SeededDesk.GoesOnAsync(to, new(clock.GetUtcNow()));
            if (!dying.Reached) break;
        }
        Assert.True(n > held.Count);
    }

    [Fact]
    public async Task A_lost_answer_to_any_write_does_nothing_twice()
    {
        var from = new MemoryBlobs();
        await SeededDesk.WriteAsync(from);
        await SeededDesk.AddMoreAsync(from);
        var held = await SeededDesk.HeldAsync(from);
        for (var n = 1; ; n++)
        {
            var to = new MemoryBlobs();
            var losing = FaultyBlobs.LosesAnswerOfWrite(n, to);
            Assert.Equal(0, (await new StoreCopy(from, losing, AtOnce with { Pauses = [TimeSpan.Zero] }).RunAsync(Cancel)).Differences);
            Assert.Equal(held, await SeededDesk.HeldAsync(to, withBeside: true));
            if (!losing.Reached) break;
        }
    }

    /// <summary>What names something is there only when all that it names is.</summary>
    static void AssertNothingHalf(SortedDictionary<string, string> whole, SortedDictionary<string, string> half, int n)
    {
        string[][] order = [["articles/", "records/", "quarantine/"], ["log/tile/"], ["log/leaf/"], ["log/checkpoint"], ["log/batches/", "log/pending/"], ["journals/review/"], ["journals/article/"], ["queue/"], ["due/"]];
        for (var later = 1; later < order.Length; later++)
        {
            if (!half.Keys.Any(name => IsIn(name, order[later]))) continue;
            var before = order[..later].SelectMany(part => part).ToArray();
            Assert.True(
                whole.Where(blob => IsIn(blob.Key, before)).All(blob => half.GetValueOrDefault(blob.Key) == blob.Value),
                $"Cut off at write {n}: {string.Join(", ", order[later])} was begun before all of {string.Join(", ", before)} was there.");
        }
    }

    static bool IsIn(string name, string[] parts) => parts.Any(part => name.StartsWith(part, StringComparison.Ordinal));
}
