using System.Net;
using System.Net.Sockets;

namespace Verify.Ingestion.Fetching;

/// <summary>
/// Judges a host by the addresses that its name has at this moment. They alone are connected to afterwards, so a name that answers
/// differently a moment later changes nothing.
/// </summary>
sealed class HostGuard(Surroundings around)
{
    /// <summary>Addresses of one name that are tried, in the order that the system prefers.</summary>
    const int MostTried = 4;

    /// <returns>Refused when any of the addresses is not allowed: a name with a foot on either side has no honest use.</returns>
    public async Task<Passed<IPEndPoint[]>> CheckAsync(Uri target, CancellationToken cancel)
    {
        IPAddress[] found;
        try
        {
            // Whatever the parser left as it was ("127.1", "0x7f.1") is a number to the resolver as well.
            found = IPAddress.TryParse(target.IdnHost, out var literal) ? [literal] : await around.Resolve(target.IdnHost, cancel);
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            return FetchProblems.NotResolved(target);
        }
        if (found.Length == 0) return FetchProblems.NotResolved(target);
        return found.All(address => around.Allows(address, target.Port))
            ? found.Take(MostTried).Select(address => new IPEndPoint(address, target.Port)).ToArray()
            : FetchProblems.NotPublic(target);
    }
}
