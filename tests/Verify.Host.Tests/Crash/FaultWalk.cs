using Verify.Storage;
using Verify.Storage.Containers;
using Verify.Testing.Blobs;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Host.Tests.Crash;

/// <summary>
/// The same life over the emulator behind a proxy that answers one request with a fault: the first, then the second, and so on to the last. What the
/// desk was not told it does again; nothing is lost or doubled.
/// </summary>
public sealed class FaultWalk
{
    /// <summary>Longer than this machine takes for any answer, and short enough to be waited for a few times.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    static readonly StoreFault[] Unread = [.. StoreFault.Failures, StoreFault.Torn];

    /// <summary>Each write another one of the service's bad answers; to the desk they are the same once the client gave up.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_gets_a_bad_answer(bool isDone) => WalkAsync<Life>((proxy, write) => proxy.Fault(write, StoreFault.Failures[write % StoreFault.Failures.Length], isDone));

    /// <summary>"It is there already", "it is another version": said of what was not done, and of what was.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_is_lied_about(bool isDone) => WalkAsync<Life>((proxy, write) => proxy.Fault(write, StoreFault.Lies[write % StoreFault.Lies.Length], isDone));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_of_a_correction_gets_a_bad_answer(bool isDone) => WalkAsync<RevisedLife>((proxy, write) => proxy.Fault(write, StoreFault.Failures[write % StoreFault.Failures.Length], isDone));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_of_a_correction_is_lied_about(bool isDone) => WalkAsync<RevisedLife>((proxy, write) => proxy.Fault(write, StoreFault.Lies[write % StoreFault.Lies.Length], isDone));

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

    /// <param name="patience">Of the client; where one is given it asks once only, and a busy machine may add a fault of its own.</param>
    static async Task WalkAsync<TLife>(Action<FaultProxy, int> fault, int step = 1, TimeSpan? patience = null)
        where TLife : ILife, new()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        await using var proxy = await FaultProxy.StartAsync(azurite.Service);
        for (var (at, isBehind) = (1, false); !isBehind; at += step)
        {
            var address = proxy.NewAddress();
            ILife life = new TLife();
            await life.PrepareAsync(Stores.Open(address));
            fault(proxy, at);
            await life.LiveAsync(Open(address, patience));
            var where = proxy.ToString();
            Assert.True(proxy.Reached || life.IsOver || patience is not null, $"{where}: a life without a fault comes to its end.");
            isBehind = !proxy.Reached && life.IsOver;
            proxy.Rest();
            await life.LiveAsync(Stores.Open(address));
            await life.CheckAsync(Stores.Open(address), where);
            Assert.True(at < 500, "A life has far fewer requests.");
        }
    }

    static IBlobs Open(string address, TimeSpan? patience)
    {
        if (patience is null) return Stores.Open(address);
        Assert.True(AzureAddress.TryParse(address, out var container, out var wrong), wrong);
        return container.Open(patience: patience, retries: 0);
    }
}
