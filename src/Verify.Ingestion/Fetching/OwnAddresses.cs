using System.Net;
using System.Net.NetworkInformation;

namespace Verify.Ingestion.Fetching;

/// <summary>The addresses of this machine, the public ones too: reached from inside, its own services stand behind no firewall.</summary>
static class OwnAddresses
{
    /// <summary>Asked anew each time: addresses come and go. False where the system does not tell.</summary>
    public static bool Contain(IPAddress address)
    {
        try
        {
            foreach (var card in NetworkInterface.GetAllNetworkInterfaces())
                foreach (var own in card.GetIPProperties().UnicastAddresses)
                    if (own.Address.Equals(address)) return true;
            return false;
        }
        catch (NetworkInformationException)
        {
            return false;
        }
    }
}
