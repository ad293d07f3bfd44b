using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Ingestion.Fetching;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests.Fetching;

/// <summary>Servers that never come to an end, and what they cost.</summary>
public sealed class BoundTests
{
    /// <summary>The margin of the wire, and what the system holds in between.</summary>
    const long MostOnTheWay = 16 * 1024 * 1024;

    static readonly FetchOptions Small = new() { MostArticleBytes = 1000, MostFeedBytes = 100 };

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1000, FetchPurpose.Article, "content")]
    [InlineData(1001, FetchPurpose.Article, "refused addressTooLarge")]
    [InlineData(100, FetchPurpose.Feed, "content")]
    [InlineData(101, FetchPurpose.Feed, "refused addressTooLarge")]
    public async Task The_most_bytes_are_taken_and_not_one_more(int bytes, FetchPurpose purpose, string kind)
    {
        await using var said = new RawServer(RawServer.Page(new string('a', bytes), "text/xml"));
        Assert.Equal(kind, (await Fetchers.FetchAsync(said, purpose: purpose, options: Small)).Kind());
        await using var unsaid = new RawServer($"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n{bytes:x}\r\n{new string('a', bytes)}\r\n0\r\n\r\n");
        Assert.Equal(kind, (await Fetchers.FetchAsync(unsaid, purpose: purpose, options: Small)).Kind());
        await using var packed = new RawServer((_, to, cancel) => to.WriteAsync(Typed(AnswerTests.Packed("gzip", new byte[bytes])), cancel).AsTask());
        Assert.Equal(kind, (await Fetchers.FetchAsync(packed, purpose: purpose, options: Small)).Kind());
    }

    static byte[] Typed(byte[] answer) => RawServer.Latin(Encoding.Latin1.GetString(answer).Replace("text/plain", "text/xml", StringComparison.Ordinal));

    [Fact]
    public async Task A_size_that_is_a_lie_is_refused_by_what_it_says()
    {
        await using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 9999999999999\r\n\r\nHalo");
        var problem = (await Fetchers.FetchAsync(server)).Refusal();
        Assert.Equal("addressTooLarge", problem.Code);
        Assert.Contains("more than the 10,485,760 bytes that are fetched", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_unpacks_to_a_thousand_times_its_size_is_left_after_the_most_that_is_taken()
    {
        var zeros = AnswerTests.Packed("br", new byte[256 * 1024 * 1024]);
        Assert.True(zeros.Length < 512 * 1024);
        await using var server = new RawServer((_, to, cancel) => to.WriteAsync(zeros, cancel).AsTask());
        Assert.Equal("refused addressTooLarge", (await Fetchers.FetchAsync(server)).Kind());
    }

    /// <summary>Each goes on as long as anybody reads it, and most of it is no content: the bytes on the wire are counted.</summary>
    public static TheoryData<string, string, string> Endless => new()
    {
        { "headers", "HTTP/1.1 200 OK\r\n", "X-A: " + new string('a', 1000) + "\r\n" },
        { "one header", "HTTP/1.1 200 OK\r\nX-A: ", new string('a', 1000) },
        { "the status line", "HTTP/1.1 200 ", new string('a', 1000) },
        { "interim answers", "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" },
        { "a chunk's extension", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n5;", new string('a', 1000) },
        { "trailers", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n", "X-A: " + new string('a', 1000) + "\r\n" },
        { "empty gzip members", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n", Encoding.Latin1.GetString(EmptyMember()) },
        { "gzip members of a megabyte", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n\r\n", Encoding.Latin1.GetString(Member(1024 * 1024)) },
        { "text", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", new string('a', 1000) },
        { "the body of a redirect", "HTTP/1.1 302 Found\r\nLocation: https://10.0.0.1/\r\n\r\n", new string('a', 1000) },
        { "the body of a 404", "HTTP/1.1 404 Not Found\r\n\r\n", new string('a', 1000) },
    };

    static byte[] Member(int bytes)
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) packing.Write(new byte[bytes]);
        return packed.ToArray();
    }

    // The header, an empty block that is the last one, and the checksum and length of nothing (RFC 1952).
    static byte[] EmptyMember() => [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    [Theory]
    [MemberData(nameof(Endless))]
    public async Task What_never_ends_is_left(string what, string start, string again)
    {
        var sent = 0L;
        await using var server = new RawServer(async (_, to, cancel) =>
        {
            await to.WriteAsync(RawServer.Latin(start), cancel);
            var more = RawServer.Latin(string.Concat(Enumerable.Repeat(again, 1 + (16_000 / again.Length))));
            while (Interlocked.Read(ref sent) < 4 * MostOnTheWay)
            {
                await to.WriteAsync(more, cancel);
                Interlocked.Add(ref sent, more.Length);
            }
        });
        var fetched = await Fetchers.FetchAsync(server, options: Small);
        Assert.True(fetched is not Fetched.Content && fetched.Kind() != "failed addressSlow", $"{what}: {fetched.Kind()}");
        Assert.True(Interlocked.Read(ref sent) < MostOnTheWay, $"{what}: {sent:N0} bytes were sent");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-A: ")]
    [InlineData("")]
    public async Task A_server_that_drips_is_left_when_the_time_is_over(string start)
    {
        var clock = new FakeTimeProvider(Fetchers.Noon);
        var dripping = new TaskCompletionSource();
        await using var server = new RawServer(async (_, to, cancel) =>
        {
            await to.WriteAsync(RawServer.Latin(start + "a"), cancel);
            dripping.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        });
        using var fetcher = Fetchers.For(server, clock: clock);
        var fetching = fetcher.FetchAsync(new(server.Address, FetchPurpose.Article), Cancel);
        await dripping.Task;
        clock.Advance(TimeSpan.FromSeconds(14.9));
        Assert.False(fetching.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        var problem = (await fetching).Failure();
        Assert.Equal("addressSlow", problem.Code);
        Assert.Contains("did not give its whole page within 15 seconds", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_nobody_answers_for_is_left_when_the_time_is_over()
    {
        var clock = new FakeTimeProvider(Fetchers.Noon);
        using var fetcher = new GuardedFetcher(new FetchOptions(), clock, new Surroundings { Resolve = async (_, cancel) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return [];
        } });
        var fetching = fetcher.FetchAsync(new("https://kabar.example/", FetchPurpose.Article), Cancel);
        clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("failed addressSlow", (await fetching).Kind());
    }

    [Fact]
    public async Task The_time_is_for_all_redirects_together()
    {
        var clock = new FakeTimeProvider(Fetchers.Noon);
        await using var server = new RawServer((_, to, cancel) =>
        {
            clock.Advance(TimeSpan.FromSeconds(4));
            return to.WriteAsync(RawServer.Latin(RawServer.Status(302, "Location: /b\r\n")), cancel).AsTask();
        });
        Assert.Equal("failed addressSlow", (await Fetchers.For(server, clock: clock).FetchAsync(server.Address)).Kind());
        Assert.Equal(4, server.Connected);
    }

    [Fact]
    public async Task Whoever_asked_may_leave()
    {
        var asked = new TaskCompletionSource();
        await using var server = new RawServer(async (_, _, cancel) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        });
        using var fetcher = Fetchers.For(server);
        using var leaving = new CancellationTokenSource();
        var fetching = fetcher.FetchAsync(new(server.Address, FetchPurpose.Article), leaving.Token);
        await asked.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching);
    }

    [Fact]
    public async Task No_more_than_so_many_are_fetched_at_once()
    {
        var first = new TaskCompletionSource();
        var let = new TaskCompletionSource();
        await using var server = new RawServer(async (_, to, cancel) =>
        {
            first.TrySetResult();
            await let.Task;
            await to.WriteAsync(RawServer.Latin(RawServer.Page("Halo")), cancel);
        });
        using var fetcher = Fetchers.For(server, new FetchOptions { MostAtOnce = 1 });
        var fetches = Enumerable.Range(0, 3).Select(_ => fetcher.FetchAsync(new(server.Address, FetchPurpose.Article), Cancel)).ToList();
        await first.Task;
        Assert.Equal(1, server.Connected);
        let.SetResult();
        Assert.All(await Task.WhenAll(fetches), fetched => Assert.Equal("content", fetched.Kind()));
        Assert.Equal(3, server.Connected);
    }
}
