using Azure.Core;
using Azure.Core.Pipeline;

namespace Verify.Storage.Tests.Containers;

/// <summary>A network that lets a chosen request through and then loses its answer, once.</summary>
internal sealed class LossyTransport(Func<Request, bool> loses) : HttpPipelineTransport
{
    readonly HttpClientTransport network = new();
    int lost;

    public bool HasLost => Volatile.Read(ref lost) == 1;

    public override Request CreateRequest() => network.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("Nothing here waits for the network in its thread.");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await network.ProcessAsync(message);
        if (loses(message.Request) && Interlocked.Exchange(ref lost, 1) == 0)
            throw new IOException("The connection was reset.");
    }
}
