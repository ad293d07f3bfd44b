using Verify.Ingestion.Fetching;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests.Fetching;

/// <summary>Where an address may lead on to: each step is judged like the first.</summary>
public sealed class RedirectTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static RawServer Leading(string location, int status = 302) => new((head, to, cancel) => to.WriteAsync(RawServer.Latin(
        head.Path.StartsWith("/start", StringComparison.Ordinal) ? RawServer.Status(status, $"Location: {location}\r\n") : RawServer.Page(head.Path)), cancel).AsTask());

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Every_kind_of_redirect_is_followed(int status)
    {
        await using var server = Leading("/b", status);
        Assert.Equal(server.Address + "/b", (await Fetchers.FetchAsync(server, "/start")).Content().Address);
    }

    [Theory]
    [InlineData("/b", "/b")]
    [InlineData("b?x=1", "/start/b?x=1")]
    [InlineData("../b", "/b")]
    [InlineData("?x=1", "/start/?x=1")]
    [InlineData("/b#bagian", "/b")]
    [InlineData("/b/../../c", "/c")]
    [InlineData("/b\\c", "/b/c")]
    [InlineData("/jalan%20raya", "/jalan%20raya")]
    public async Task A_path_is_taken_from_where_it_was_said(string location, string path)
    {
        await using var server = Leading(location);
        // Started within /start/, which leads on only where it says so.
        using var fetcher = Fetchers.For(server);
        var fetched = await fetcher.FetchAsync(new(server.Address + "/start/", FetchPurpose.Article), Cancel);
        if (path.StartsWith("/start", StringComparison.Ordinal)) Assert.Equal("refused tooManyRedirects", fetched.Kind());
        else Assert.Equal(server.Address + path, fetched.Content().Address);
        Assert.Equal(path, server.Heads[1].Path);
    }

    [Fact]
    public async Task Letters_beyond_ascii_in_a_location_are_utf8()
    {
        await using var server = new RawServer((head, to, cancel) => to.WriteAsync(
            head.Path == "/a" ? System.Text.Encoding.UTF8.GetBytes(RawServer.Status(301, "Location: /caf\u00e9\r\n")) : RawServer.Latin(RawServer.Page("x")), cancel).AsTask());
        Assert.Equal(server.Address + "/caf%C3%A9", (await Fetchers.FetchAsync(server, "/a")).Content().Address);
    }

    [Theory]
    [InlineData("https://127.0.0.1/", "refused addressNotPublic")]
    [InlineData("https://169.254.169.254/latest/meta-data/", "refused addressNotPublic")]
    [InlineData("https://[::1]/", "refused addressNotPublic")]
    [InlineData("https://localhost/", "refused addressNotPublic")]
    [InlineData("//10.0.0.1/", "refused addressNotHttps")]
    [InlineData("http://kabar.example/", "refused addressNotHttps")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "refused addressNotHttps")]
    [InlineData("file:///etc/passwd", "refused addressMalformed")]
    [InlineData("ftp://kabar.example/", "refused addressNotHttps")]
    [InlineData("javascript:alert(1)", "refused addressMalformed")]
    [InlineData("data:text/html,halo", "refused addressMalformed")]
    [InlineData("https://user:pass@kabar.example/", "refused addressMalformed")]
    [InlineData("https://kabar.example:8443/", "refused addressOtherPort")]
    [InlineData("https://", "refused addressMalformed")]
    [InlineData("http://[", "refused addressMalformed")]
    public async Task A_redirect_leads_nowhere_that_an_address_may_not(string location, string kind)
    {
        await using var server = Leading(location);
        Assert.Equal(kind, (await Fetchers.FetchAsync(server, "/start")).Kind());
        Assert.Single(server.Heads);
    }

    [Fact]
    public async Task A_redirect_to_another_server_of_this_machine_is_refused()
    {
        await using var secret = new RawServer(RawServer.Page("Rahasia"));
        await using var byPort = Leading($"https://127.0.0.1:{secret.EndPoint.Port}/");
        Assert.Equal("refused addressNotPublic", (await Fetchers.FetchAsync(byPort, "/start", options: new FetchOptions { Ports = [443, secret.EndPoint.Port] })).Kind());

        await using var byAddress = new RawServer((head, to, cancel) => to.WriteAsync(RawServer.Latin(
            RawServer.Status(302, $"Location: http://127.0.0.2:{head.Value("Host")!.Split(':')[1]}/\r\n")), cancel).AsTask());
        Assert.Equal("refused addressNotPublic", (await Fetchers.FetchAsync(byAddress, "/start")).Kind());
        Assert.Equal(0, secret.Connected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Location: \r\n")]
    public async Task A_redirect_that_says_nothing_of_where_to_is_refused_or_leads_to_itself(string header)
    {
        await using var server = new RawServer(RawServer.Status(302, header));
        var kind = (await Fetchers.FetchAsync(server)).Kind();
        Assert.True(kind is "refused addressMalformed" or "refused tooManyRedirects", kind);
    }

    [Fact]
    public async Task Five_redirects_are_followed_and_no_more()
    {
        await using var server = new RawServer((head, to, cancel) =>
        {
            var left = int.Parse(head.Path[1..]);
            return to.WriteAsync(RawServer.Latin(left == 0 ? RawServer.Page("Halo") : RawServer.Status(302, $"Location: /{left - 1}\r\n")), cancel).AsTask();
        });
        Assert.Equal("content", (await Fetchers.FetchAsync(server, "/5")).Kind());
        Assert.Equal("refused tooManyRedirects", (await Fetchers.FetchAsync(server, "/6")).Kind());
        Assert.Equal(6 + 6, server.Connected);
    }

    [Fact]
    public async Task A_redirect_to_itself_ends()
    {
        await using var server = Leading("/start");
        Assert.Equal("refused tooManyRedirects", (await Fetchers.FetchAsync(server, "/start")).Kind());
        Assert.Equal(6, server.Connected);
    }
}
