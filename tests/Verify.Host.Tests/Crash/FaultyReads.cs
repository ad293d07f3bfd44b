using Verify.Testing.Blobs;
using Verify.Testing.Emulators;

namespace Verify.Host.Tests.Crash;

/// <summary>Reads and listings get bad answers, and writes none at all before the client gives up.</summary>
public sealed class FaultyReads : FaultWalk
{
    static readonly StoreFault[] Unread = [.. StoreFault.Failures, StoreFault.Torn];

    /// <summary>The answer does not come before the client gives up: for a share of the writes, since each is waited for in real time.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Writes_get_no_answer_in_time(bool isDone) => WalkAsync<Life>((proxy, write) => proxy.Fault(write, StoreFault.Silent, isDone), step: 8, Patience);

    /// <summary>The client is told not to ask again, so that the desk hears of the fault.</summary>
    [Fact]
    public Task Reads_and_listings_get_a_bad_answer() => WalkAsync<Life>((proxy, read) => proxy.FaultRead(read, Unread[read % Unread.Length]), step: 1, Patience);

    [Fact]
    public Task Reads_and_listings_get_no_answer_in_time() => WalkAsync<Life>((proxy, read) => proxy.FaultRead(read, StoreFault.Silent), step: 5, Patience);

    /// <summary>Every one of them, without the network in between.</summary>
    [Fact]
    public async Task Every_call_of_a_store_is_refused_once()
    {
        for (var (call, reached) = (1, true); reached; call++)
        {
            var store = new MemoryBlobs();
            var faulty = FaultyBlobs.RefusesCall(call, store);
            var life = new Life();
            await life.LiveAsync(faulty);
            reached = faulty.Reached;
            Assert.True(reached || life.IsOver, "A life without a fault comes to its end.");
            await life.LiveAsync(store);
            await life.CheckAsync(store, $"call {call}");
            Assert.True(call < 5000, "A life has far fewer calls.");
        }
    }
}
