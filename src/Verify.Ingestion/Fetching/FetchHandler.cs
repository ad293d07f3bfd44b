using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Verify.Ingestion.Fetching;

/// <summary>The connection that fetches go over: it follows nothing, keeps nothing and tells nothing by itself.</summary>
static class FetchHandler
{
    const int MostHeaderKilobytes = 32;

    /// <summary>Headers, TLS and the framing of bodies, beside twice the bytes of the largest body.</summary>
    const int WireMargin = 1024 * 1024;

    public static SocketsHttpHandler Of(FetchOptions options, TimeProvider clock, Surroundings around) => new()
    {
        ConnectCallback = new Connector((2L * Math.Max(options.MostArticleBytes, options.MostFeedBytes)) + WireMargin, clock).ConnectAsync,
        ConnectTimeout = options.Longest,
        PooledConnectionLifetime = TimeSpan.Zero, // every request is connected anew, to what was checked for it
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        MaxResponseHeadersLength = MostHeaderKilobytes,
        MaxResponseDrainSize = 0, // what is not read is not waited for
        ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = ChainPolicy(around) },
    };

    // A certificate names addresses to download others from: they would be fetched by the system, past every check here.
    static X509ChainPolicy ChainPolicy(Surroundings around)
    {
        var policy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck };
        policy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // may identify a server
        if (around.Roots is not { } roots) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(roots);
        return policy;
    }
}
