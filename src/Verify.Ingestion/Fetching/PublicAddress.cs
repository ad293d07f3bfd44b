using System.Net;
using System.Net.Sockets;

namespace Verify.Ingestion.Fetching;

/// <summary>
/// Tells addresses of the public internet from all others, by the IANA special-purpose registries (RFC 6890 and after): this machine,
/// private networks, link-local ones with the metadata services of clouds, what carries another address within, and what nobody is given.
/// </summary>
public static class PublicAddress
{
    static readonly IPNetwork[] NotPublic4 = Networks(
        "0.0.0.0/8",          // this network
        "10.0.0.0/8",         // private
        "100.64.0.0/10",      // behind a carrier's NAT; Alibaba's metadata
        "127.0.0.0/8",        // this machine
        "168.63.129.16/32",   // the platform of an Azure machine: looks public, leads inside
        "169.254.0.0/16",     // link-local; metadata of most clouds
        "172.16.0.0/12",      // private
        "192.0.0.0/24",       // protocol assignments; Oracle's metadata
        "192.0.2.0/24",       // documentation
        "192.88.99.0/24",     // 6to4 relays
        "192.168.0.0/16",     // private
        "198.18.0.0/15",      // benchmarks
        "198.51.100.0/24",    // documentation
        "203.0.113.0/24",     // documentation
        "224.0.0.0/4",        // multicast
        "240.0.0.0/4");       // reserved, and broadcast

    /// <summary>All that is given to anybody. What is outside is special (::1, fc00::/7, fe80::/10, fec0::/10, ff00::/8 …) or nobody's.</summary>
    static readonly IPNetwork Given6 = IPNetwork.Parse("2000::/3");

    static readonly IPNetwork[] NotPublic6 = Networks(
        "2001::/23",          // protocol assignments; Teredo, which carries an IPv4 address
        "2001:db8::/32",      // documentation
        "2002::/16",          // 6to4: carries an IPv4 address; no relay serves it any more (RFC 7526)
        "3fff::/20");         // documentation

    /// <summary>How a network that speaks IPv6 alone writes the IPv4 address in the last four bytes (RFC 6052).</summary>
    static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>False for whatever is not plainly public; an IPv4 address within an IPv6 address is judged by itself.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return !IsIn(NotPublic4, address);
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return false;
        if (address.IsIPv4MappedToIPv6) return IsPublic(address.MapToIPv4());
        if (Nat64.Contains(address)) return IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        return Given6.Contains(address) && !IsIn(NotPublic6, address);
    }

    static bool IsIn(IPNetwork[] networks, IPAddress address)
    {
        foreach (var network in networks)
            if (network.Contains(address)) return true;
        return false;
    }

    static IPNetwork[] Networks(params string[] written) => [.. written.Select(IPNetwork.Parse)];
}
