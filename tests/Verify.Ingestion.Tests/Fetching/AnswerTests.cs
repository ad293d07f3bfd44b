using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests.Fetching;

/// <summary>What is asked, and what becomes of each kind of answer.</summary>
public sealed class AnswerTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_comes_with_its_type_and_what_names_its_version()
    {
        await using var server = new RawServer(RawServer.Page(
            "<p>Halo", "text/html; charset=iso-8859-1", "ETag: W/\"x-1\"\r\nLast-Modified: Mon, 02 Mar 2026 10:00:00 GMT\r\n"));
        var content = (await Fetchers.FetchAsync(server, "/berita?x=%20y#bagian")).Content();
        Assert.Equal("<p>Halo"u8.ToArray(), content.Bytes);
        Assert.Equal(
            ("text/html; charset=iso-8859-1", server.Address + "/berita?x=%20y", "W/\"x-1\"", new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero)),
            (content.MediaType, content.Address, content.ETag, content.LastModified));
        Assert.Equal("/berita?x=%20y", server.Heads[0].Path);
    }

    [Fact]
    public async Task Nothing_is_sent_that_tells_of_the_desk_or_of_other_fetches()
    {
        await using var server = new RawServer((head, to, cancel) => to.WriteAsync(RawServer.Latin(
            head.Path == "/b" ? RawServer.Page("Halo") : RawServer.Status(302, "Location: /b\r\nSet-Cookie: id=1; Path=/\r\n")), cancel).AsTask());
        using var span = new Activity("a request to the desk").SetIdFormat(ActivityIdFormat.W3C).Start();
        await using var proxy = new RawServer(RawServer.Status(502));
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy($"127.0.0.1:{proxy.EndPoint.Port}");
        try
        {
            Assert.Equal("content", (await Fetchers.FetchAsync(server, "/a")).Kind());
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
        Assert.Equal(2, server.Heads.Count);
        Assert.All(server.Heads, head => Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"], head.Names.Order()));
        Assert.Matches(@"^Verify/\d+\.\d+\.\d+ \(\+claim desk\)$", server.Heads[0].Value("User-Agent"));
        Assert.Equal(0, proxy.Connected);
    }

    [Fact]
    public async Task A_feed_is_asked_for_again_only_if_it_changed()
    {
        await using var server = new RawServer((head, to, cancel) => to.WriteAsync(RawServer.Latin(
            head.Value("If-None-Match") == "\"v1\"" && head.Value("If-Modified-Since") == "Mon, 02 Mar 2026 10:00:00 GMT"
                ? "HTTP/1.1 304 Not Modified\r\n\r\n"
                : RawServer.Page("<rss/>", "application/rss+xml", "ETag: \"v2\"\r\n")), cancel).AsTask());
        using var fetcher = Fetchers.For(server);
        var since = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
        var feed = new FetchRequest(server.Address, FetchPurpose.Feed);
        Assert.Equal("\"v2\"", (await fetcher.FetchAsync(feed, Cancel)).Content().ETag);
        Assert.IsType<Fetched.NotModified>(await fetcher.FetchAsync(feed with { IfNoneMatch = "\"v1\"", IfModifiedSince = since }, Cancel));
        Assert.IsType<Fetched.Content>(await fetcher.FetchAsync(feed with { IfNoneMatch = "no tag\r\nX: y", IfModifiedSince = since }, Cancel));
    }

    [Fact]
    public async Task Nothing_changed_is_no_answer_to_who_has_nothing()
    {
        await using var server = new RawServer("HTTP/1.1 304 Not Modified\r\n\r\n");
        Assert.Equal("failed addressUnavailable", (await Fetchers.FetchAsync(server)).Kind());
    }

    [Theory]
    [InlineData(201, "failed addressUnavailable")]
    [InlineData(202, "failed addressUnavailable")]
    [InlineData(204, "failed addressUnavailable")]
    [InlineData(206, "failed addressUnavailable")]
    [InlineData(300, "refused addressDenied")]
    [InlineData(305, "refused addressDenied")]
    [InlineData(400, "refused addressDenied")]
    [InlineData(401, "refused addressDenied")]
    [InlineData(402, "refused addressDenied")]
    [InlineData(403, "refused addressDenied")]
    [InlineData(404, "refused addressNotFound")]
    [InlineData(408, "failed addressUnavailable")]
    [InlineData(410, "refused addressNotFound")]
    [InlineData(425, "failed addressUnavailable")]
    [InlineData(429, "failed addressUnavailable")]
    [InlineData(451, "refused addressDenied")]
    [InlineData(500, "failed addressUnavailable")]
    [InlineData(503, "failed addressUnavailable")]
    [InlineData(599, "failed addressUnavailable")]
    [InlineData(999, "failed addressUnavailable")]
    public async Task A_status_says_whether_it_is_worth_another_try(int status, string kind)
    {
        await using var server = new RawServer(RawServer.Status(status));
        Assert.Equal(kind, (await Fetchers.FetchAsync(server)).Kind());
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("Mon, 02 Mar 2026 12:10:00 GMT", 600)]
    [InlineData("Mon, 02 Mar 2026 11:00:00 GMT", 0)]
    [InlineData("99999999", 86400)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 86400)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    public async Task How_long_to_wait_is_taken_from_the_answer_within_bounds(string asked, int? seconds)
    {
        await using var server = new RawServer(RawServer.Status(429, $"Retry-After: {asked}\r\n"));
        var failed = Assert.IsType<Fetched.Failed>(await Fetchers.FetchAsync(server));
        Assert.Equal(seconds, (int?)failed.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", FetchPurpose.Article, "content")]
    [InlineData("TEXT/PLAIN", FetchPurpose.Article, "content")]
    [InlineData("application/xhtml+xml", FetchPurpose.Article, "content")]
    [InlineData("application/json", FetchPurpose.Article, "content")]
    [InlineData("application/octet-stream", FetchPurpose.Article, "content")]
    [InlineData("nothing that can be read", FetchPurpose.Article, "content")]
    [InlineData("application/x-msdownload", FetchPurpose.Article, "refused addressWrongType")]
    [InlineData("image/png", FetchPurpose.Article, "refused addressWrongType")]
    [InlineData("video/mp4", FetchPurpose.Article, "refused addressWrongType")]
    [InlineData("application/rss+xml", FetchPurpose.Feed, "content")]
    [InlineData("application/atom+xml; charset=utf-8", FetchPurpose.Feed, "content")]
    [InlineData("application/rdf+xml", FetchPurpose.Feed, "content")]
    [InlineData("text/xml", FetchPurpose.Feed, "content")]
    [InlineData("application/xml", FetchPurpose.Feed, "content")]
    [InlineData("text/html", FetchPurpose.Feed, "refused addressWrongType")]
    [InlineData("application/octet-stream", FetchPurpose.Feed, "refused addressWrongType")]
    public async Task Only_types_that_can_be_read_are_taken(string type, FetchPurpose purpose, string kind)
    {
        await using var server = new RawServer(RawServer.Page("x", type));
        Assert.Equal(kind, (await Fetchers.FetchAsync(server, purpose: purpose)).Kind());
    }

    [Fact]
    public async Task A_page_without_a_type_is_left_to_its_reader()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nHalo");
        Assert.Null((await Fetchers.FetchAsync(server)).Content().MediaType);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task Compressed_pages_are_unpacked(string coding)
    {
        await using var server = new RawServer((_, to, cancel) => to.WriteAsync(Packed(coding, "Halo"u8.ToArray()), cancel).AsTask());
        Assert.Equal("Halo"u8.ToArray(), (await Fetchers.FetchAsync(server)).Content().Bytes);
        Assert.Equal("br, deflate, gzip", string.Join(", ", server.Heads[0].Value("Accept-Encoding")!.Split(", ").Order()));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task What_cannot_be_unpacked_may_be_better_another_time(string coding)
    {
        await using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: {coding}\r\nContent-Length: 60\r\n\r\n{new string('\u00fe', 60)}");
        var problem = (await Fetchers.FetchAsync(server)).Failure();
        Assert.Equal("addressUnreachable", problem.Code);
        Assert.Contains("compressed and cannot be unpacked", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nonly this", "the connection broke off")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nHal", "the connection broke off")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty", "the connection broke off")]
    [InlineData("", "the connection broke off")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "what answers there is not HTTP")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", "what answers there is not HTTP")]
    [InlineData("220 mail ESMTP\r\n\r\n", "what answers there is not HTTP")]
    public async Task An_answer_that_breaks_off_or_is_none_may_be_better_another_time(string answer, string why)
    {
        await using var server = new RawServer(answer);
        var problem = (await Fetchers.FetchAsync(server)).Failure();
        Assert.Equal("addressUnreachable", problem.Code);
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_listens()
    {
        var server = new RawServer("");
        var fetcher = Fetchers.For(server);
        var address = server.Address;
        await server.DisposeAsync();
        Assert.Contains("nothing answers there", (await fetcher.FetchAsync(address)).Failure().Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_bytes_come_nothing_is_thrown()
    {
        var random = new Random(20260302);
        await using var server = new RawServer((_, to, cancel) => to.WriteAsync(AnyAnswer(random), cancel).AsTask());
        using var fetcher = Fetchers.For(server);
        var kinds = new HashSet<string>();
        for (var i = 0; i < 300; i++) kinds.Add((await fetcher.FetchAsync(new(server.Address, FetchPurpose.Article), Cancel)).Kind());
        Assert.Contains("failed addressUnreachable", kinds);
        Assert.Contains("content", kinds);
    }

    static byte[] AnyAnswer(Random random)
    {
        var answer = RawServer.Latin(RawServer.Page("Halo, dunia", "text/plain", "Location: /x\r\nRetry-After: 5\r\nETag: \"x\"\r\nLast-Modified: Mon, 02 Mar 2026 10:00:00 GMT\r\n"));
        if (random.Next(4) == 0) random.NextBytes(answer.AsSpan(9));
        for (var changes = random.Next(4); changes > 0; changes--) answer[random.Next(9, answer.Length)] = (byte)random.Next(256);
        return answer[..random.Next(answer.Length / 2, answer.Length + 1)];
    }

    internal static byte[] Packed(string coding, byte[] content)
    {
        using var packed = new MemoryStream();
        using (Stream packing = coding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        })
            packing.Write(content);
        var head = RawServer.Latin($"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: {coding}\r\nContent-Length: {packed.Length}\r\n\r\n");
        return [.. head, .. packed.ToArray()];
    }
}
