using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Verify.Ingestion.Fetching;

/// <summary>Finds the addresses of a name.</summary>
/// <exception cref="System.Net.Sockets.SocketException">It has none, or nobody could be asked.</exception>
delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancel);

/// <summary>What lies around the fetcher, so that a test can be all of it. No setting leads here: the public constructor takes the defaults.</summary>
sealed record Surroundings
{
    public Resolve Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>The one endpoint that is taken for public though it is not; plain http is spoken with it too.</summary>
    public IPEndPoint? TestServer { get; init; }

    public Func<IPAddress, bool> IsOwn { get; init; } = OwnAddresses.Contain;

    /// <summary>Certificates to trust in place of the system's.</summary>
    public X509Certificate2Collection? Roots { get; init; }

    public bool Allows(IPAddress address, int port) =>
        (TestServer is not null && TestServer.Port == port && TestServer.Address.Equals(address)) || (PublicAddress.IsPublic(address) && !IsOwn(address));
}
