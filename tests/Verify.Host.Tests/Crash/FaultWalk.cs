using Verify.Storage;
using Verify.Storage.Containers;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Host.Tests.Crash;

/// <summary>
/// The same life over the emulator behind a proxy that answers one request with a fault: the first, then the second, and so on to the last. What the
/// desk was not told it does again; nothing is lost or doubled.
/// </summary>
public abstract class FaultWalk
{
    /// <summary>Longer than this machine takes for any answer, and short enough to be waited for a few times.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="patience">Of the client; where one is given it asks once only, and a busy machine may add a fault of its own.</param>
    private protected static async Task WalkAsync<TLife>(Action<FaultProxy, int> fault, int step = 1, TimeSpan? patience = null)
        where TLife : ILife, new()
    {
        using var azurite = await Azurite.StartAsync();
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
            // Again, where a busy machine adds a fault of its own.
            for (var lives = 0; lives < 3 && !(life.IsOver && lives > 0); lives++) await life.LiveAsync(Stores.Open(address));
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
