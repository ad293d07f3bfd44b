using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Inbox;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Workflow.Tests.Inbox;

/// <summary>What becomes of everything that can be dropped into a container.</summary>
public sealed class InboxBlobTests : IAsyncLifetime
{
    const string Text = "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak akibat banjir di kabupaten itu.";

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();
    readonly MemoryInbox inbox;
    TestDesk desk = null!;

    public InboxBlobTests() => inbox = new(clock);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await OpenAsync(store);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    Task<TestDesk> OpenAsync(IBlobs over, IFetcher? web = null) =>
        TestDesk.OpenAsync(over, clock, new CrankedDriver(clock), web: web, more: services => services.AddInbox(inbox));

    Task<InboxTaken> TakeAsync(string name) => desk.Mediator.Send(new TakeInboxBlob(name), Cancel);

    Task<InboxSwept> SweepAsync() => desk.Mediator.Send(new SweepInbox(), Cancel);

    async Task<IReadOnlyList<QuarantinedInput>> QuarantineAsync() => TestDesk.Value(await desk.Mediator.Send(new ListQuarantine(), Cancel)).Items;

    async Task<IReadOnlyList<ArticleSummary>> ArticlesAsync() => TestDesk.Value(await desk.Mediator.Send(new ListArticles(), Cancel)).Items;

    [Fact]
    public async Task A_blob_becomes_an_article_and_leaves_the_container()
    {
        inbox.Drop("Redaksi/laporan banjir.txt", Encoding.UTF8.GetBytes(Text));

        var taken = Assert.IsType<InboxTaken.TakenIn>(await TakeAsync("Redaksi/laporan banjir.txt"));

        Assert.True(taken.IsRemoved);
        Assert.Empty(inbox.Names);
        Assert.Equal([new ArticleSource("inbox", "Redaksi/laporan banjir.txt")], Assert.Single(await ArticlesAsync()).Sources);
        await desk.Driver.SettleAsync();
        Assert.Single(await desk.QueueAsync());
    }

    [Fact]
    public async Task A_name_is_kept_as_it_can_be_shown()
    {
        inbox.Drop("laporan\u202efdp.txt", Encoding.UTF8.GetBytes(Text));

        await TakeAsync("laporan\u202efdp.txt");

        Assert.Equal(InboxNames.Shown("laporan\u202efdp.txt"), Assert.Single(Assert.Single(await ArticlesAsync()).Sources).Name);
    }

    [Fact]
    public async Task What_was_declared_decides_before_the_ending_does()
    {
        inbox.Drop("laporan", Encoding.UTF8.GetBytes("""{"text":"Dinas menyatakan 40 jembatan rusak akibat banjir.","title":"Banjir"}"""), "application/json");

        await TakeAsync("laporan");

        Assert.Equal(("json", "Banjir"), ((await ArticlesAsync())[0].Format, (await ArticlesAsync())[0].Title));
    }

    [Fact]
    public async Task An_address_in_an_envelope_is_fetched()
    {
        await using var other = await OpenAsync(new MemoryBlobs(), new FakeFetcher().Page("https://kabar.example/banjir", Text));
        inbox.Drop("a.json", """{"url":"https://kabar.example/banjir"}"""u8.ToArray());

        var taken = Assert.IsType<InboxTaken.TakenIn>(await other.Mediator.Send(new TakeInboxBlob("a.json"), Cancel));

        Assert.IsType<Intake.Article>(taken.Intake);
        Assert.Empty(inbox.Names);
    }

    [Theory]
    [InlineData("laporan.tmp")]
    [InlineData("laporan.txt.PART")]
    public async Task A_blob_that_says_it_is_under_way_is_never_taken(string name)
    {
        inbox.Drop(name, Encoding.UTF8.GetBytes(Text));
        clock.Advance(TimeSpan.FromDays(1));

        Assert.IsType<InboxTaken.NotYet>(await TakeAsync(name));
        await SweepAsync();

        Assert.Empty(await ArticlesAsync());
        Assert.Equal([name], inbox.Names);
    }

    public static TheoryData<string, byte[], string> Bad => new()
    {
        { "nul.txt", "Dinas\0menyatakan 40 jembatan rusak"u8.ToArray(), "notText" },
        { "shape.json", """{"body":"Dinas menyatakan 40 jembatan rusak"}"""u8.ToArray(), "wrongShape" },
        { "photo.png", [0x89, .. "PNG\r\n\u001a\n"u8], "unsupportedFormat" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task What_cannot_be_read_is_quarantined_whole_with_its_reason_and_leaves(string name, byte[] bytes, string code)
    {
        inbox.Drop(name, bytes);

        var taken = Assert.IsType<InboxTaken.Quarantined>(await TakeAsync(name));

        Assert.True(taken.IsRemoved);
        Assert.Equal((code, name), (taken.Input.Code, taken.Input.Source.Name));
        Assert.Equal(bytes, (await store.ReadAsync($"quarantine/{taken.Input.Id}/raw", Cancel))!.Content.ToArray());
        Assert.Empty(inbox.Names);
    }

    [Fact]
    public async Task What_is_too_large_stays_and_says_so_once()
    {
        inbox.Drop("large.txt", new byte[ArticleLimits.MostBytes + 1]);

        for (var times = 0; times < 2; times++) Assert.IsType<InboxTaken.Left>(await TakeAsync("large.txt"));

        var item = Assert.Single(await QuarantineAsync());
        Assert.Equal(("tooLarge", (long?)null), (item.Code, item.Bytes));
        Assert.Equal("inbox/large.txt has 10485761 bytes and was left there. An article has at most 10485760 bytes: split it.", item.Reason);
        Assert.Single(inbox.Names);
    }

    [Fact]
    public async Task What_the_store_does_not_hand_out_stays_with_what_the_store_said()
    {
        inbox.Drop("old.txt", Encoding.UTF8.GetBytes(Text));
        inbox.Withhold("old.txt", "the service answered 409 BlobArchived");

        Assert.IsType<InboxTaken.Left>(await TakeAsync("old.txt"));

        Assert.Equal("inbox/old.txt was left there, for it cannot be read: the service answered 409 BlobArchived.", Assert.Single(await QuarantineAsync()).Reason);
    }

    [Theory]
    [InlineData("../verify/articles/a/raw")]
    [InlineData("")]
    public async Task A_name_that_leads_elsewhere_is_asked_for_nowhere(string name)
    {
        Assert.IsType<InboxTaken.Left>(await TakeAsync(name));
        Assert.Equal("nameInvalid", Assert.Single(await QuarantineAsync()).Code);
    }

    [Fact]
    public async Task What_is_gone_was_taken()
    {
        inbox.Drop("a.txt", Encoding.UTF8.GetBytes(Text));
        await TakeAsync("a.txt");

        Assert.IsType<InboxTaken.Gone>(await TakeAsync("a.txt"));

        Assert.Empty(await QuarantineAsync());
        Assert.Single(await ArticlesAsync());
    }

    [Fact]
    public async Task A_version_that_came_while_the_one_before_was_taken_is_taken_too()
    {
        inbox.Drop("a.txt", "Dinas menyatakan 40 jembatan rusak."u8.ToArray());
        var versions = 0;
        inbox.AfterRead = name =>
        {
            if (versions++ == 0) inbox.Drop(name, "Dinas menyatakan 41 jembatan rusak."u8.ToArray());
        };

        await TakeAsync("a.txt");

        Assert.Equal(2, (await ArticlesAsync()).Count);
        Assert.Empty(inbox.Names);
    }

    [Fact]
    public async Task Who_writes_without_end_keeps_nobody_busy()
    {
        var versions = 0;
        inbox.Drop("a.txt", "Dinas menyatakan 40 jembatan rusak."u8.ToArray());
        inbox.AfterRead = name => inbox.Drop(name, Encoding.UTF8.GetBytes($"Dinas menyatakan {41 + versions++} jembatan rusak."));

        Assert.False((await TakeAsync("a.txt")).IsRemoved);

        Assert.Equal(3, versions);
        Assert.Single(inbox.Names);
    }

    [Fact]
    public async Task What_somebody_holds_is_taken_in_and_stays()
    {
        inbox.Drop("a.txt", Encoding.UTF8.GetBytes(Text));
        inbox.Hold("a.txt");

        for (var times = 0; times < 2; times++) Assert.False(Assert.IsType<InboxTaken.TakenIn>(await TakeAsync("a.txt")).IsRemoved);

        Assert.Single(await ArticlesAsync());
        Assert.Single(inbox.Names);
    }

    [Fact]
    public async Task An_empty_blob_is_left_to_its_writer_for_a_minute()
    {
        inbox.Drop("a.txt", []);
        Assert.IsType<InboxTaken.NotYet>(await TakeAsync("a.txt"));

        inbox.Drop("a.txt", Encoding.UTF8.GetBytes(Text));
        Assert.IsType<InboxTaken.TakenIn>(await TakeAsync("a.txt"));

        inbox.Drop("b.txt", []);
        clock.Advance(SweepInbox.StandsStill);
        await SweepAsync();
        Assert.Equal("empty", Assert.Single(await QuarantineAsync()).Code);
    }

    [Fact]
    public async Task A_blob_that_grows_is_left_until_it_stands_still()
    {
        inbox.Drop("a.txt", Encoding.UTF8.GetBytes(Text), isGrowing: true);
        Assert.IsType<InboxTaken.NotYet>(await TakeAsync("a.txt"));

        clock.Advance(SweepInbox.StandsStill);
        Assert.IsType<InboxTaken.TakenIn>(await TakeAsync("a.txt"));
    }

    [Fact]
    public async Task Nothing_leaves_before_it_is_in_the_store_whenever_the_store_dies()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        for (var write = 1; ; write++)
        {
            var memory = new MemoryBlobs();
            var dying = FaultyBlobs.DiesAtWrite(write, memory);
            inbox.Drop("a.txt", bytes);
            await using var mortal = await OpenAsync(dying);
            var died = await Record.ExceptionAsync(() => mortal.Mediator.Send(new TakeInboxBlob("a.txt"), Cancel));
            if (!dying.Reached) break;
            // What is written after the article's first event is a hint: whoever dies there may have removed the blob already.
            if (died is null) continue;
            Assert.IsType<StoreException>(died);

            Assert.Equal(["a.txt"], inbox.Names);
            await using var after = await OpenAsync(memory);
            Assert.IsType<InboxTaken.TakenIn>(await after.Mediator.Send(new TakeInboxBlob("a.txt"), Cancel));
            Assert.Single(TestDesk.Value(await after.Mediator.Send(new ListArticles(), Cancel)).Items);
        }
        Assert.Empty(inbox.Names);
    }

    [Fact]
    public async Task A_sweep_takes_what_lay_there_for_a_minute_and_nothing_younger()
    {
        inbox.Drop("old.txt", "Dinas menyatakan 40 jembatan rusak."u8.ToArray());
        clock.Advance(SweepInbox.StandsStill);
        inbox.Drop("young.txt", "Dinas menyatakan 41 jembatan rusak."u8.ToArray());

        Assert.Equal(new InboxSwept(1, 0, false), await SweepAsync());

        Assert.Equal(["young.txt"], inbox.Names);
        Assert.Equal(new InboxSwept(1, 0, false), await desk.Mediator.Send(new SweepInbox(TimeSpan.Zero), Cancel));
    }

    [Fact]
    public async Task A_sweep_is_bounded_and_the_next_one_goes_on()
    {
        for (var n = 0; n <= SweepInbox.MostTaken; n++) inbox.Drop($"{n:000}.txt", Encoding.UTF8.GetBytes($"Dinas menyatakan {n + 10} jembatan rusak."));
        clock.Advance(SweepInbox.StandsStill);

        Assert.Equal(new InboxSwept(SweepInbox.MostTaken, 0, true), await SweepAsync());
        Assert.Equal(new InboxSwept(1, 0, false), await SweepAsync());
    }

    [Fact]
    public async Task What_can_only_be_left_keeps_nothing_else_out()
    {
        for (var n = 0; n < SweepInbox.MostTaken; n++)
        {
            inbox.Drop($"a{n:000}.txt", Encoding.UTF8.GetBytes(Text));
            inbox.Withhold($"a{n:000}.txt", "it is archived");
        }
        inbox.Drop("large.txt", new byte[ArticleLimits.MostBytes + 1]);
        inbox.Drop("z.txt", Encoding.UTF8.GetBytes(Text));
        inbox.Drop("z.png", [0x89, .. "PNG\r\n\u001a\n"u8]);
        clock.Advance(SweepInbox.StandsStill);

        Assert.Equal(new InboxSwept(1, 1, false), await SweepAsync());

        Assert.DoesNotContain("z.txt", inbox.Names);
    }
}
