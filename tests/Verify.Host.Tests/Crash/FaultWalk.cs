using Verify.Storage;
using Verify.Testing.Emulators;

namespace Verify.Host.Tests.Crash;

/// <summary>
/// The same life over the emulator behind a proxy that answers one write with a fault: the first write, then the second, and so on to the last. What the
/// desk was not told it does again; nothing is lost or doubled.
/// </summary>
public sealed class FaultWalk
{
    /// <summary>Each write another one of the service's bad answers; to the desk they are the same once the client gave up.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_gets_a_bad_answer(bool isDone) => WalkAsync<Life>(write => StoreFault.Failures[write % StoreFault.Failures.Length], isDone);

    /// <summary>"It is there already", "it is another version": said of what was not done, and of what was.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_is_lied_about(bool isDone) => WalkAsync<Life>(write => StoreFault.Lies[write % StoreFault.Lies.Length], isDone);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_of_a_correction_gets_a_bad_answer(bool isDone) => WalkAsync<RevisedLife>(write => StoreFault.Failures[write % StoreFault.Failures.Length], isDone);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Every_write_of_a_correction_is_lied_about(bool isDone) => WalkAsync<RevisedLife>(write => StoreFault.Lies[write % StoreFault.Lies.Length], isDone);

    static async Task WalkAsync<TLife>(Func<int, StoreFault> answer, bool isDone)
        where TLife : ILife, new()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        await using var proxy = await FaultProxy.StartAsync(azurite.Service);
        for (var (write, reached) = (1, true); reached; write++)
        {
            var address = proxy.NewAddress();
            ILife life = new TLife();
            await life.PrepareAsync(Stores.Open(address));
            proxy.Fault(write, answer(write), isDone);
            await life.LiveAsync(Stores.Open(address));
            reached = proxy.Reached;
            var where = proxy.ToString();
            proxy.Rest();
            Assert.True(reached || life.IsOver, $"{where}: a life without a fault comes to its end.");
            await life.LiveAsync(Stores.Open(address));
            await life.CheckAsync(Stores.Open(address), where);
            Assert.True(write < 500, "A life has far fewer writes.");
        }
    }
}
