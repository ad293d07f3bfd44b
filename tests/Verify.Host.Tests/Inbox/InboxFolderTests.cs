using System.Text;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Host.Inbox;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Quarantine;

namespace Verify.Host.Tests.Inbox;

/// <summary>What becomes of everything that can be dropped into a folder.</summary>
public sealed class InboxFolderTests : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verify-inbox-");
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();
    readonly FakeFetcher web = new();
    TestDesk desk = null!;
    InboxFolder inbox = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), web: web);
        inbox = Over(desk.Mediator);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        folder.Delete(recursive: true);
    }

    InboxFolder Over(IMediator mediator) => new(folder.FullName, mediator, clock, NullLogger<InboxFolder>.Instance);

    string PathOf(string name) => Path.Combine(folder.FullName, name);

    void Drop(string name, string text) => File.WriteAllText(PathOf(name), text);

    /// <summary>Scans, lets the file stand still, scans again.</summary>
    async Task ScanAsync()
    {
        await inbox.ScanAsync(Cancel);
        clock.Advance(InboxFolder.EmptyStandsStill);
        await inbox.ScanAsync(Cancel);
        await desk.Driver.SettleAsync();
    }

    async Task<IReadOnlyList<QuarantinedInput>> QuarantineAsync() => TestDesk.Value(await desk.Mediator.Send(new ListQuarantine(), Cancel)).Items;

    async Task<IReadOnlyList<ArticleSummary>> ArticlesAsync() => TestDesk.Value(await desk.Mediator.Send(new ListArticles(), Cancel)).Items;

    [Fact]
    public async Task A_file_that_stands_still_is_taken_in_and_removed()
    {
        Drop("banjir.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir di kabupaten itu.");
        await inbox.ScanAsync(Cancel);
        Assert.Empty(await ArticlesAsync());
        await ScanAsync();
        Assert.Equal(new ArticleSource("inbox", "banjir.txt"), Assert.Single(Assert.Single(await ArticlesAsync()).Sources));
        Assert.False(File.Exists(PathOf("banjir.txt")));
        Assert.Single(await desk.QueueAsync());
    }

    [Fact]
    public async Task A_file_that_names_an_address_is_the_page_there()
    {
        web.Answer(SubmittedAddresses.Flood, SubmittedAddresses.FloodPage);
        Drop("banjir.json", $$"""{"url": "{{SubmittedAddresses.Flood}}"}""");
        await ScanAsync();
        Assert.Equal(new ArticleSource("inbox", "banjir.json", SubmittedAddresses.Flood), Assert.Single(Assert.Single(await ArticlesAsync()).Sources));
        Assert.False(File.Exists(PathOf("banjir.json")));
    }

    [Fact]
    public async Task A_file_that_names_an_address_leaves_once_the_address_is_kept()
    {
        web.Answer(SubmittedAddresses.Flood, SubmittedAddresses.Down(), SubmittedAddresses.FloodPage);
        Drop("banjir.json", $$"""{"url": "{{SubmittedAddresses.Flood}}"}""");
        await ScanAsync();
        Assert.False(File.Exists(PathOf("banjir.json")));
        Assert.Empty(await ArticlesAsync());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, (await desk.SweepAsync()).Taken);
        Assert.Single(await ArticlesAsync());
    }

    [Fact]
    public async Task A_file_whose_address_is_refused_is_quarantined_with_the_reason()
    {
        Drop("banjir.json", $$"""{"url": "{{SubmittedAddresses.Flood}}"}""");
        await ScanAsync();
        var quarantined = Assert.Single(await QuarantineAsync());
        Assert.Equal(("addressNotFound", "banjir.json"), (quarantined.Code, quarantined.Source.Name));
        Assert.Equal(39, quarantined.Bytes);
    }

    [Fact]
    public async Task A_file_that_still_grows_is_left_to_grow()
    {
        Drop("banjir.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan");
        await inbox.ScanAsync(Cancel);
        for (var grown = 0; grown < 3; grown++)
        {
            clock.Advance(InboxFolder.StandsStill);
            File.AppendAllText(PathOf("banjir.txt"), " rusak");
            await inbox.ScanAsync(Cancel);
            Assert.Empty(await ArticlesAsync());
        }
        clock.Advance(InboxFolder.StandsStill);
        await inbox.ScanAsync(Cancel);
        Assert.Single(await ArticlesAsync());
    }

    [Theory]
    [InlineData("half.txt.part")]
    [InlineData("half.TMP")]
    [InlineData(".hidden.txt")]
    public async Task A_file_that_says_it_is_under_way_is_never_taken(string name)
    {
        Drop(name, "Dinas menyatakan 40 jembatan rusak.");
        await ScanAsync();
        Assert.Empty(await ArticlesAsync());
        Assert.Empty(await QuarantineAsync());
        Assert.True(File.Exists(PathOf(name)));
    }

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "empty.txt", [], "empty" },
        { "nul.txt", "Dinas\0menyatakan 40 jembatan rusak"u8.ToArray(), "notText" },
        { "broken.txt", [.. "Gempa “besar” merusak 40 rumah — kata "u8, 0xE2, 0x28, .. "warga “desa”."u8], "invalidEncoding" },
        { "shape.json", """{"body":"Dinas menyatakan 40 jembatan rusak"}"""u8.ToArray(), "wrongShape" },
        { "half.json", "{\"text\":\"Dinas menyat"u8.ToArray(), "wrongShape" },
        { "large.txt", Encoding.UTF8.GetBytes(new string('a', 11 * 1024 * 1024)), "tooLarge" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task A_file_that_cannot_be_read_is_quarantined_whole_with_its_reason(string name, byte[] bytes, string code)
    {
        await File.WriteAllBytesAsync(PathOf(name), bytes, Cancel);
        await ScanAsync();
        var item = Assert.Single(await QuarantineAsync());
        Assert.Equal((code, name), (item.Code, item.Source.Name));
        Assert.Contains(name, item.Reason, StringComparison.Ordinal);
        Assert.Equal(bytes, (await store.ReadAsync($"quarantine/{item.Id}/raw", Cancel))!.Content.ToArray());
        Assert.False(File.Exists(PathOf(name)));
    }

    [Fact]
    public async Task A_folder_stays_where_it_is_with_its_reason_once()
    {
        folder.CreateSubdirectory("batch");
        for (var scans = 0; scans < 3; scans++) await ScanAsync();
        var item = Assert.Single(await QuarantineAsync());
        Assert.Equal(("folder", (long?)null), (item.Code, item.Bytes));
        Assert.True(Directory.Exists(PathOf("batch")));
        inbox = Over(desk.Mediator); // after a restart
        await ScanAsync();
        Assert.Single(await QuarantineAsync());
    }

    [Fact]
    public async Task A_link_is_not_followed()
    {
        var secret = Path.Combine(Path.GetTempPath(), $"verify-{Guid.NewGuid():N}.txt");
        await File.WriteAllTextAsync(secret, "Dinas menyatakan 40 jembatan rusak.", Cancel);
        File.CreateSymbolicLink(PathOf("link.txt"), secret);
        await ScanAsync();
        Assert.Equal("link", Assert.Single(await QuarantineAsync()).Code);
        Assert.True(File.Exists(secret));
        File.Delete(secret);
    }

    [Fact]
    public async Task A_file_is_kept_while_the_store_is_down_and_taken_when_it_is_up()
    {
        await using var dead = await TestDesk.OpenAsync(FaultyBlobs.DiesAtWrite(1, store), clock, new CrankedDriver(clock));
        inbox = Over(dead.Mediator);
        Drop("banjir.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir.");
        await ScanAsync();
        Assert.True(File.Exists(PathOf("banjir.txt")));

        inbox = Over(desk.Mediator);
        await ScanAsync();
        Assert.Single(await ArticlesAsync());
    }

    [Fact]
    public async Task The_same_bytes_under_two_names_are_one_article()
    {
        Drop("a.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir.");
        Drop("b.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir.");
        await ScanAsync();
        Assert.Equal(2, Assert.Single(await ArticlesAsync()).Sources.Length);
        Assert.Empty(folder.GetFiles());

        clock.Advance(TakenFiles.Watched);
        await inbox.ScanAsync(Cancel);
        Assert.Empty(Directory.GetFileSystemEntries(PathOf(TakenFiles.Folder)));
    }

    [Fact]
    public async Task What_a_slow_writer_adds_after_a_file_was_taken_is_taken_too()
    {
        await using var writer = new FileStream(PathOf("banjir.txt"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        await writer.WriteAsync("Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir.\n"u8.ToArray(), Cancel);
        await writer.FlushAsync(Cancel);
        await ScanAsync();
        Assert.Single(await ArticlesAsync());
        Assert.False(File.Exists(PathOf("banjir.txt")));

        await writer.WriteAsync("Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam.\n"u8.ToArray(), Cancel);
        await writer.FlushAsync(Cancel);
        clock.Advance(TakenFiles.Watched);
        await ScanAsync();
        Assert.Contains(await desk.QueueAsync(), entry => entry.Text.Contains("1.250 rumah", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_removes_what_was_taken_does_not_stop_the_inbox()
    {
        Drop("a.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir.");
        await ScanAsync();
        Directory.Delete(PathOf(TakenFiles.Folder), recursive: true);
        clock.Advance(TakenFiles.Watched);
        Drop("b.txt", "Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam sejak Senin.");
        await ScanAsync();
        Assert.Equal(2, (await ArticlesAsync()).Count);
    }

    [Fact]
    public async Task An_empty_file_that_is_written_a_second_later_is_taken_whole()
    {
        await File.WriteAllBytesAsync(PathOf("banjir.txt"), [], Cancel);
        await inbox.ScanAsync(Cancel);
        clock.Advance(TimeSpan.FromSeconds(1));
        await inbox.ScanAsync(Cancel);
        Drop("banjir.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir.");
        await ScanAsync();
        Assert.Single(await ArticlesAsync());
        Assert.Empty(await QuarantineAsync());
    }

    [Fact]
    public async Task What_was_taken_and_not_yet_removed_is_looked_at_again_after_a_restart()
    {
        Drop("banjir.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir.");
        await ScanAsync();
        inbox = Over(desk.Mediator);
        await inbox.ScanAsync(Cancel);
        Assert.True(File.Exists(PathOf("banjir.txt")));
        await ScanAsync();
        Assert.Single(await ArticlesAsync());
        Assert.Single(await desk.QueueAsync());
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_told_once_and_tried_until_it_can()
    {
        Drop("banjir.txt", "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir.");
        await using (new FileStream(PathOf("banjir.txt"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            for (var scans = 0; scans < 3; scans++) await ScanAsync();
            Assert.Equal("cannotOpen", Assert.Single(await QuarantineAsync()).Code);
        }
        clock.Advance(InboxFolder.RetryAfter);
        await ScanAsync();
        Assert.Single(await ArticlesAsync());
    }
}
