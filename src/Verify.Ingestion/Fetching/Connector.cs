using System.Net;
using System.Net.Sockets;

namespace Verify.Ingestion.Fetching;

/// <summary>Connects to addresses that were checked, and to nothing else: names are not looked up here.</summary>
sealed class Connector(long mostBytes, TimeProvider clock)
{
    static readonly HttpRequestOptionsKey<IPEndPoint[]> Checked = new("checked endpoints");

    /// <summary>What one address may take before the next is tried. The last one may take all that is left.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static void Allow(HttpRequestMessage request, IPEndPoint[] endpoints) => request.Options.Set(Checked, endpoints);

    /// <exception cref="SocketException">None of them answers.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        if (!context.InitialRequestMessage.Options.TryGetValue(Checked, out var endpoints) || endpoints.Length == 0)
            throw new InvalidOperationException("A request came to be connected whose host nobody checked.");
        for (var index = 0; ; index++)
        {
            try
            {
                return await ConnectAsync(endpoints[index], index + 1 < endpoints.Length ? Patience : Timeout.InfiniteTimeSpan, cancel);
            }
            catch (Exception failed) when (failed is SocketException or OperationCanceledException && index + 1 < endpoints.Length && !cancel.IsCancellationRequested)
            {
                // The next one may answer.
            }
        }
    }

    async Task<Stream> ConnectAsync(IPEndPoint endpoint, TimeSpan longest, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        var socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, either.Token);
            return new Wire(socket, mostBytes);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
