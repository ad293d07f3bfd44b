using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests.Fetching;

/// <summary>Whom the fetcher believes to be who they say.</summary>
public sealed class CertificateTests : IDisposable
{
    const string Host = "kabar.example";

    readonly X509Certificate2 root = Certify("CN=Root of the tests", null, request => request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true)));

    public void Dispose() => root.Dispose();

    async Task<Fetched> FetchAsync(X509Certificate2 certificate, string host = Host)
    {
        await using var server = Serve(certificate);
        return await FetchAsync(server, host);
    }

    static RawServer Serve(X509Certificate2 certificate) => new(
        (_, to, cancel) => to.WriteAsync(RawServer.Latin(RawServer.Page("Halo")), cancel).AsTask(),
        new SslServerAuthenticationOptions { ServerCertificateContext = SslStreamCertificateContext.Create(certificate, [], offline: true) });

    async Task<Fetched> FetchAsync(RawServer server, string host = Host)
    {
        using var fetcher = Fetchers.For(server, change: around => around with
        {
            Roots = [root],
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
        });
        return await fetcher.FetchAsync(new($"https://{host}:{server.EndPoint.Port}/a", FetchPurpose.Article), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_certificate_of_its_own_name_from_somebody_trusted_is_believed() =>
        Assert.Equal("content", (await FetchAsync(Leaf(root))).Kind());

    [Fact]
    public async Task A_certificate_of_another_name_is_not_believed() => AssertNotBelieved(await FetchAsync(Leaf(root), "palsu.example"));

    [Fact]
    public async Task A_certificate_from_nobody_trusted_is_not_believed() => AssertNotBelieved(await FetchAsync(Leaf(null)));

    [Fact]
    public async Task A_certificate_that_is_over_is_not_believed() => AssertNotBelieved(await FetchAsync(Leaf(root, isOver: true)));

    [Fact]
    public async Task A_certificate_for_something_else_than_a_server_is_not_believed() =>
        AssertNotBelieved(await FetchAsync(Leaf(root, usage: "1.3.6.1.5.5.7.3.2")));

    [Fact]
    public async Task The_system_s_trust_is_what_counts_without_a_test()
    {
        await using var server = Serve(Leaf(root));
        using var fetcher = Fetchers.For(server, change: around => around with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) });
        AssertNotBelieved(await fetcher.FetchAsync(new($"https://{Host}:{server.EndPoint.Port}/a", FetchPurpose.Article), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_speaks_no_tls_is_not_believed()
    {
        await using var server = new RawServer((_, to, cancel) => to.WriteAsync(RawServer.Latin("SSH-2.0-OpenSSH_9.6\r\n"), cancel).AsTask(), speaksFirst: true);
        AssertNotBelieved(await Fetchers.For(server).FetchAsync($"https://127.0.0.1:{server.EndPoint.Port}/"));
    }

    /// <summary>A certificate may name an address to download its issuer from. The system would do so by itself, past every guard.</summary>
    [Fact]
    public async Task Nothing_is_downloaded_that_a_certificate_names()
    {
        using var between = Certify("CN=Between", root, request => request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true)));
        await using var issuers = new RawServer((_, to, cancel) => to.WriteAsync(
            (byte[])[.. RawServer.Latin($"HTTP/1.1 200 OK\r\nContent-Type: application/pkix-cert\r\nContent-Length: {between.RawData.Length}\r\n\r\n"), .. between.RawData], cancel).AsTask());
        var fetched = await FetchAsync(Leaf(between, issuers: $"http://127.0.0.1:{issuers.EndPoint.Port}/issuer.cer"));
        AssertNotBelieved(fetched);
        Assert.Equal(0, issuers.Connected);
    }

    static void AssertNotBelieved(Fetched fetched)
    {
        var problem = fetched.Failure();
        Assert.Equal("addressUnreachable", problem.Code);
        Assert.Contains("its certificate is not valid for its name, or it speaks no TLS that is safe", problem.Message, StringComparison.Ordinal);
    }

    static X509Certificate2 Leaf(X509Certificate2? issuer, bool isOver = false, string usage = "1.3.6.1.5.5.7.3.1", string? issuers = null) => Certify(
        $"CN={Host}", issuer, request =>
        {
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName(Host);
            request.CertificateExtensions.Add(names.Build());
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
            if (issuers is not null) request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(null, [issuers]));
        },
        isOver);

    static X509Certificate2 Certify(string name, X509Certificate2? issuer, Action<CertificateRequest> describe, bool isOver = false)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (from, until) = isOver ? (now.AddDays(-20), now.AddDays(-10)) : (now.AddDays(-30), now.AddDays(30));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        describe(request);
        if (issuer is null) return Portable(request.CreateSelfSigned(from, until));
        if (until > issuer.NotAfter) until = issuer.NotAfter;
        using var signed = request.Create(issuer, from < issuer.NotBefore ? issuer.NotBefore : from, until, [1, .. RandomNumberGenerator.GetBytes(8)]);
        return Portable(signed.CopyWithPrivateKey(key));
    }

    static X509Certificate2 Portable(X509Certificate2 made)
    {
        using (made) return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
