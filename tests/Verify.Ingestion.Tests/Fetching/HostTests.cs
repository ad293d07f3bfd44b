using System.Net;
using System.Net.Sockets;
using Verify.Ingestion.Fetching;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests.Fetching;

/// <summary>Which hosts are asked: judged by where their names lead at that moment, however they are spelt.</summary>
public sealed class HostTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://0x7f.0.0.1/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://0/")]
    [InlineData("https://0.0.0.0/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://2852039166/latest/meta-data/")]
    [InlineData("https://168.63.129.16/machine?comp=goalstate")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::]/")]
    [InlineData("https://[::ffff:127.0.0.1]/")]
    [InlineData("https://[::ffff:7f00:1]/")]
    [InlineData("https://[64:ff9b::7f00:1]/")]
    [InlineData("https://[2002:7f00:1::]/")]
    [InlineData("https://[fe80::1%25eth0]/")]
    [InlineData("https://[fd00:ec2::254]/")]
    [InlineData("https://localhost/")]
    [InlineData("https://LocalHost/")]
    [InlineData("https://127%2e0%2e0%2e1/")]
    [InlineData("https://%6c%6f%63%61%6c%68%6f%73%74/")]
    [InlineData("https://\uFF4C\uFF4F\uFF43\uFF41\uFF4C\uFF48\uFF4F\uFF53\uFF54/")]
    [InlineData("https://\u2460\u2461\u2466.\u24EA.\u24EA.\u2460/")]
    [InlineData("https://127\u30020\u30020\u30021/")]
    public async Task This_machine_and_networks_that_are_not_public_are_refused_however_they_are_spelt(string address)
    {
        var fetched = await Fetchers.Strict(OnlyThisMachineAsync).FetchAsync(address);
        Assert.True(fetched.Kind() is "refused addressNotPublic" or "refused addressMalformed", fetched.Kind());
    }

    /// <summary>What the system makes of a name that ends with a dot differs; whatever it is, it is judged.</summary>
    [Theory]
    [InlineData("https://localhost./")]
    [InlineData("https://127.0.0.1./")]
    [InlineData("https://localhost.localdomain/")]
    [InlineData("https://ip6-localhost/")]
    public async Task Names_of_this_machine_lead_nowhere(string address)
    {
        var fetched = await Fetchers.Strict().FetchAsync(address);
        Assert.True(fetched.Kind() is "refused addressNotPublic" or "failed addressUnreachable", fetched.Kind());
    }

    static Task<IPAddress[]> OnlyThisMachineAsync(string host, CancellationToken cancel) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("93.184.216.34 10.1.2.3")]
    [InlineData("::1 93.184.216.34")]
    [InlineData("93.184.216.34 ::ffff:169.254.169.254")]
    public async Task A_name_with_any_address_that_is_not_public_is_refused(string addresses)
    {
        Resolve resolve = (_, _) => Task.FromResult(addresses.Split(' ').Select(IPAddress.Parse).ToArray());
        var problem = (await Fetchers.Strict(resolve).FetchAsync("https://kabar.example/a")).Refusal();
        Assert.Equal(
            new InputProblem("addressNotPublic", "\"https://kabar.example/a\" does not lead to the public web, and nothing else is fetched. Send the text itself."), problem);
    }

    [Fact]
    public async Task A_public_address_of_this_machine_itself_is_refused()
    {
        using var fetcher = new GuardedFetcher(
            new FetchOptions(), TimeProvider.System,
            new Surroundings { Resolve = (_, _) => Task.FromResult<IPAddress[]>([Fetchers.Public]), IsOwn = address => address.Equals(Fetchers.Public) });
        Assert.Equal("refused addressNotPublic", (await fetcher.FetchAsync(new("https://kabar.example/a", FetchPurpose.Article), Cancel)).Kind());
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_what_was_judged_is_connected_to()
    {
        await using var server = new RawServer(RawServer.Page("Halo"));
        var looked = 0;
        // The second answer would be somewhere else.
        Resolve resolve = (_, _) => Task.FromResult<IPAddress[]>(++looked == 1 ? [server.EndPoint.Address] : [IPAddress.Parse("127.0.0.2")]);
        using var fetcher = Fetchers.For(server, change: around => around with { Resolve = resolve });
        var fetched = await fetcher.FetchAsync(new($"http://kabar.example:{server.EndPoint.Port}/a", FetchPurpose.Article), Cancel);
        Assert.Equal("Halo"u8.ToArray(), fetched.Content().Bytes);
        Assert.Equal((1, 1), (looked, server.Connected));
        Assert.Equal($"kabar.example:{server.EndPoint.Port}", server.Heads[0].Value("Host"));
    }

    [Fact]
    public async Task A_name_that_leads_elsewhere_at_the_second_look_is_refused_there()
    {
        await using var server = new RawServer(RawServer.Status(302, "Location: /again\r\n"));
        var looked = 0;
        Resolve resolve = (_, _) => Task.FromResult<IPAddress[]>(++looked == 1 ? [server.EndPoint.Address] : [IPAddress.Parse("10.0.0.7")]);
        using var fetcher = Fetchers.For(server, change: around => around with { Resolve = resolve });
        var fetched = await fetcher.FetchAsync(new($"http://kabar.example:{server.EndPoint.Port}/a", FetchPurpose.Article), Cancel);
        Assert.Equal("refused addressNotPublic", fetched.Kind());
        Assert.Equal((2, 1), (looked, server.Connected));
    }

    [Fact]
    public async Task A_name_without_an_address_may_have_one_later()
    {
        var problem = (await Fetchers.Strict((_, _) => throw new SocketException((int)SocketError.HostNotFound)).FetchAsync("https://kabra.example/a")).Failure();
        Assert.Equal(
            new InputProblem("addressUnreachable", "No address is known for the name \"kabra.example\" at the moment. Look whether it is spelt right."), problem);
        Assert.Equal("failed addressUnreachable", (await Fetchers.Strict((_, _) => Task.FromResult<IPAddress[]>([])).FetchAsync("https://kabra.example/a")).Kind());
    }

    [Theory]
    [InlineData("http://kabar.example/a", "refused addressNotHttps")]
    [InlineData("ftp://kabar.example/a", "refused addressNotHttps")]
    [InlineData("file:///etc/passwd", "refused addressMalformed")]
    [InlineData("gopher://127.0.0.1:70/_x", "refused addressNotHttps")]
    [InlineData("javascript:alert(1)", "refused addressMalformed")]
    [InlineData("data:text/plain,halo", "refused addressMalformed")]
    [InlineData("/a", "refused addressMalformed")]
    [InlineData("kabar.example/a", "refused addressMalformed")]
    [InlineData("", "refused addressMalformed")]
    [InlineData("https://", "refused addressMalformed")]
    [InlineData("https://kabar.example:8443/a", "refused addressOtherPort")]
    [InlineData("https://kabar.example:22/a", "refused addressOtherPort")]
    [InlineData("https://kabar.example:0/a", "refused addressOtherPort")]
    [InlineData("https://user@kabar.example/a", "refused addressMalformed")]
    [InlineData("https://user:pass@kabar.example/a", "refused addressMalformed")]
    [InlineData("https://kabar.example@127.0.0.1/a", "refused addressMalformed")]
    public async Task Only_https_addresses_for_everybody_on_the_usual_port_are_asked_for(string address, string kind)
    {
        Resolve resolve = (host, _) => throw new InvalidOperationException($"{host} was looked up");
        Assert.Equal(kind, (await Fetchers.Strict(resolve).FetchAsync(address)).Kind());
    }

    [Fact]
    public async Task Longer_addresses_are_refused()
    {
        var problem = (await Fetchers.Strict().FetchAsync("https://kabar.example/" + new string('a', 2048))).Refusal();
        Assert.Equal("addressMalformed", problem.Code);
        Assert.EndsWith(" has 2,070 characters; an address has at most 2,048. Send the text itself.", problem.Message);
        Assert.Equal("refused addressMalformed", (await Fetchers.Strict().FetchAsync($"https://{new string('a', 300)}.example/")).Kind());
    }

    [Fact]
    public async Task The_test_server_s_port_on_another_address_and_its_address_on_another_port_stay_closed()
    {
        await using var server = new RawServer(RawServer.Page("Halo"));
        await using var other = new RawServer(RawServer.Page("Rahasia"));
        var options = new FetchOptions { Ports = [443, other.EndPoint.Port] };
        Assert.Equal("refused addressNotPublic", (await Fetchers.For(server, options).FetchAsync($"https://127.0.0.1:{other.EndPoint.Port}/")).Kind());
        Assert.Equal("refused addressNotPublic", (await Fetchers.For(server).FetchAsync($"http://127.0.0.2:{server.EndPoint.Port}/")).Kind());
        Assert.Equal((0, 0), (server.Connected, other.Connected));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(0)]
    [InlineData(1023)]
    [InlineData(65536)]
    public void No_setting_opens_a_port_of_another_service(int port) =>
        Assert.Contains(nameof(FetchOptions.Ports), Assert.Throws<ArgumentException>(() => new FetchOptions { Ports = [port] }.Checked()).Message, StringComparison.Ordinal);
}
