using System.Net;
using Verify.Ingestion.Fetching;

namespace Verify.Ingestion.Tests.Fetching;

public sealed class ConnectorTests
{
    static async Task<string> GetAsync(string address, params IPEndPoint[] endpoints)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = new Connector(10_000, TimeProvider.System).ConnectAsync });
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (endpoints.Length > 0) Connector.Allow(request, endpoints);
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Where_one_address_of_a_name_is_closed_the_next_is_tried()
    {
        await using var server = new RawServer(RawServer.Page("Halo"));
        var closed = new IPEndPoint(IPAddress.Parse("127.0.0.2"), server.EndPoint.Port);
        Assert.Equal("Halo", await GetAsync("http://kabar.example/", closed, server.EndPoint));
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync("http://kabar.example/", closed));
    }

    [Fact]
    public async Task The_host_that_is_asked_for_has_no_say_in_where_it_is_connected()
    {
        await using var server = new RawServer(RawServer.Page("Halo"));
        await using var other = new RawServer(RawServer.Page("Rahasia"));
        Assert.Equal("Halo", await GetAsync(other.Address, server.EndPoint));
        Assert.Equal(0, other.Connected);
    }

    [Fact]
    public async Task A_host_that_nobody_judged_is_not_connected_to()
    {
        await using var server = new RawServer(RawServer.Page("Halo"));
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => GetAsync(server.Address));
        Assert.Contains("nobody checked", thrown.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Connected);
    }
}
