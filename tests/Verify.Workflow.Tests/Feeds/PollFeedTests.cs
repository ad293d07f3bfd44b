using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Feeds;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Workflow.Tests.Feeds;

/// <summary>What looks at a feed bring, one after the other, two at once, and with a crash in between.</summary>
public sealed class PollFeedTests : IAsyncLifetime
{
    const string Feed = "https://kabar.example/rss";

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();
    readonly FakeFetcher web = new();
    TestDesk desk = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await OpenAsync(store);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    Task<TestDesk> OpenAsync(IBlobs over, FeedOptions? options = null) => TestDesk.OpenAsync(
        over, clock, new CrankedDriver(clock), web: web, more: services => services.AddSingleton((options ?? new() { Addresses = [Feed], FirstItems = 3 }).Checked()));

    static string Link(int n) => $"https://kabar.example/{n}";

    static string Page(int n) => $"Dinas Pekerjaan Umum menyatakan {n + 40} jembatan rusak akibat banjir di kabupaten itu.";

    static string Item(int n, string? id = null, string? link = null) =>
        $"<item><guid isPermaLink='false'>{id ?? $"kabar-{n}"}</guid><link>{link ?? Link(n)}</link><pubDate>{Sample.Noon.AddMinutes(n):R}</pubDate></item>";

    static string Rss(IEnumerable<string> items, string channel = "") => $"<rss version='2.0'><channel>{channel}{string.Concat(items)}</channel></rss>";

    /// <summary>A feed of the newest first, whose pages are there.</summary>
    void Lists(IEnumerable<int> items, string? etag = null, DateTimeOffset? modified = null, string channel = "", string? movedTo = null)
    {
        var list = items.ToList();
        foreach (var n in list) web.Page(Link(n), Page(n));
        Gives(Rss(list.Select(n => Item(n)), channel), etag, modified, movedTo);
    }

    void Gives(string content, string? etag = null, DateTimeOffset? modified = null, string? movedTo = null, string type = "application/rss+xml") =>
        web.Answer(Feed, new Fetched.Content(Encoding.UTF8.GetBytes(content), type, movedTo ?? Feed, etag, modified));

    Task<FeedPolled> PollAsync() => desk.Mediator.Send(new PollFeed(Feed), Cancel);

    async Task<FeedView> ViewAsync() => Assert.Single((await desk.Mediator.Send(new ListFeeds(), Cancel)).Items);

    async Task<List<ArticleSource>> SourcesAsync(TestDesk? of = null) =>
        [.. TestDesk.Value(await (of ?? desk).Mediator.Send(new ListArticles(Limit: 200), Cancel)).Items.SelectMany(article => article.Sources).OrderBy(source => source.Address?.Length).ThenBy(source => source.Address, StringComparer.Ordinal)];

    async Task<IReadOnlyList<QuarantinedInput>> QuarantineAsync() => TestDesk.Value(await desk.Mediator.Send(new ListQuarantine(), Cancel)).Items;

    int Asked(string address) => web.Asked.Count(request => request.Address == address);

    [Fact]
    public async Task The_first_look_takes_the_newest_and_leaves_the_rest_for_good()
    {
        Lists([5, 4, 3, 2, 1]);

        Assert.Equal(new FeedPolled(Feed, FeedAnswer.Read, 3, 0, Sample.Noon.AddMinutes(15), null), await PollAsync());
        await PollAsync();

        Assert.Equal(
            [new("feed", "kabar.example", Link(3)), new("feed", "kabar.example", Link(4)), new("feed", "kabar.example", Link(5))],
            await SourcesAsync());
        Assert.Equal(0, Asked(Link(1)));
    }

    [Fact]
    public async Task The_newest_are_so_by_date_wherever_they_stand()
    {
        Lists([1, 9, 2, 8, 3, 7]);

        await PollAsync();

        Assert.Equal([Link(7), Link(8), Link(9)], (await SourcesAsync()).Select(source => source.Address));
        Assert.Equal([Link(7), Link(8), Link(9)], web.Asked.Skip(1).Select(request => request.Address)); // the oldest first
    }

    [Fact]
    public async Task Later_looks_take_all_that_is_new_and_nothing_else()
    {
        Lists([3, 2, 1]);
        Lists([9, 8, 7, 6, 5, 4, 3]);

        await PollAsync();
        Assert.Equal(6, (await PollAsync()).Taken);
        Assert.Equal(0, (await PollAsync()).Taken);

        Assert.Equal(9, (await SourcesAsync()).Count);
        Assert.All(Enumerable.Range(1, 9), n => Assert.Equal(1, Asked(Link(n))));
    }

    [Fact]
    public async Task A_look_tells_what_it_saw_last_and_an_unchanged_feed_costs_nothing()
    {
        Lists([1], "\"v1\"", Sample.Noon.AddHours(-1));
        web.Answer(Feed, new Fetched.NotModified());

        await PollAsync();
        clock.Advance(TimeSpan.FromMinutes(15));
        var again = await PollAsync();

        Assert.Equal([new FetchRequest(Feed, FetchPurpose.Feed), new FetchRequest(Feed, FetchPurpose.Feed, "\"v1\"", Sample.Noon.AddHours(-1))], web.Asked.Where(request => request.Address == Feed));
        Assert.Equal((FeedAnswer.Unchanged, 0, Sample.Noon.AddMinutes(30)), (again.Answer, again.Taken, again.NextPoll));
        Assert.Equal((FeedAnswer.Unchanged, Sample.Noon, Sample.Noon.AddMinutes(15)), ((await ViewAsync()).LastAnswer, (await ViewAsync()).LastRead, (await ViewAsync()).LastPolled));
    }

    [Fact]
    public async Task A_feed_that_calls_itself_changed_at_every_look_brings_nothing_twice()
    {
        for (var look = 0; look < 5; look++) Lists([2, 1], $"\"{look}\"");

        for (var look = 0; look < 5; look++) Assert.Equal(look == 0 ? 2 : 0, (await PollAsync()).Taken);

        Assert.Equal(1, Asked(Link(1)));
    }

    [Fact]
    public async Task An_article_is_known_by_its_id_and_by_its_link()
    {
        web.Page(Link(1), Page(1));
        for (var look = 0; look < 3; look++) Gives(Rss([Item(1, id: $"new-{look}")]));
        for (var look = 0; look < 3; look++) Gives(Rss([Item(1, id: "new-0", link: $"{Link(1)}?session={look}")]));

        for (var look = 0; look < 6; look++) Assert.Equal(look == 0 ? 1 : 0, (await PollAsync()).Taken);
    }

    [Fact]
    public async Task Articles_that_share_one_id_are_all_taken()
    {
        for (var n = 1; n <= 3; n++) web.Page(Link(n), Page(n));
        Gives(Rss([Item(2, id: "1"), Item(1, id: "1")]));
        Gives(Rss([Item(3, id: "1"), Item(2, id: "1"), Item(1, id: "1")]));

        Assert.Equal((2, 1, 0), ((await PollAsync()).Taken, (await PollAsync()).Taken, (await PollAsync()).Taken));
    }

    [Fact]
    public async Task Links_of_a_feed_that_moved_are_relative_to_where_it_is_now()
    {
        web.Page("https://baru.example/banjir", Page(1));
        Gives(Rss(["<item><link>banjir</link></item>"]), movedTo: "https://baru.example/rss");

        Assert.Equal(1, (await PollAsync()).Taken);

        Assert.Equal([new("feed", "kabar.example", "https://baru.example/banjir")], await SourcesAsync());
    }

    [Fact]
    public async Task What_cannot_be_an_article_is_quarantined_by_its_link_and_not_asked_for_again()
    {
        web.Page(Link(2), Page(2)).Page(Link(3), "", "text/plain");
        Gives(Rss([Item(3), Item(2), Item(1)]));

        Assert.Equal((1, 2), await PollAsync() is var polled ? (polled.Taken, polled.Quarantined) : default);
        await PollAsync();

        Assert.Equal([(Link(1), "addressNotFound"), (Link(3), "empty")], (await QuarantineAsync()).Select(item => (item.Source.Name, item.Code)).Order());
        Assert.All([1, 2, 3], n => Assert.Equal(1, Asked(Link(n))));
    }

    [Fact]
    public async Task What_cannot_be_fetched_yet_waits_by_itself()
    {
        web.Answer(Link(1), new Fetched.Failed(new("addressUnavailable", "It is down.")));
        Gives(Rss([Item(1)]));

        Assert.Equal(1, (await PollAsync()).Taken);
        Assert.Equal(0, (await PollAsync()).Taken);

        Assert.Empty(await QuarantineAsync());
        Assert.Equal(1, Asked(Link(1)));
    }

    [Fact]
    public async Task A_feed_that_fails_is_left_alone_longer_and_longer_and_comes_back()
    {
        web.Answer(Feed, new Fetched.Failed(new("addressUnavailable", "It is down.")), new Fetched.Failed(new("addressUnavailable", "It is down."), TimeSpan.FromHours(3)), new Fetched.Refused(new("addressNotFound", "There is no page.")));
        Lists([1]);

        Assert.Equal(new FeedPolled(Feed, FeedAnswer.Failed, 0, 0, Sample.Noon.AddMinutes(15), "It is down."), await PollAsync());
        Assert.Equal(Sample.Noon.AddHours(3), (await PollAsync()).NextPoll);
        Assert.Equal(Sample.Noon.AddHours(1), (await PollAsync()).NextPoll);
        Assert.Equal(new FeedView(Feed, Sample.Noon, null, FeedAnswer.Failed, Sample.Noon.AddHours(1), 3, "There is no page."), await ViewAsync());
        Assert.Equal((1, Sample.Noon.AddMinutes(15)), await PollAsync() is var polled ? (polled.Taken, polled.NextPoll) : default);
        Assert.Equal(new FeedView(Feed, Sample.Noon, Sample.Noon, FeedAnswer.Read, Sample.Noon.AddMinutes(15), 0, null), await ViewAsync());
    }

    [Fact]
    public async Task A_failure_between_two_looks_forgets_nothing()
    {
        Lists([3, 2, 1], "\"v1\"");
        web.Answer(Feed, new Fetched.Failed(new("addressUnavailable", "It is down.")), new Fetched.NotModified());

        await PollAsync();
        await PollAsync();
        Assert.Equal((FeedAnswer.Unchanged, null), await PollAsync() is var polled ? (polled.Answer, polled.Problem) : default);

        Assert.Equal("\"v1\"", web.Asked[^1].IfNoneMatch);
    }

    [Fact]
    public async Task A_page_in_place_of_the_feed_is_a_failure_in_words()
    {
        Gives("<!doctype html><title>404</title><p>Tidak ditemukan", type: "text/html");

        Assert.Equal((FeedAnswer.Failed, $"\"{Feed}\" is a web page and no feed. Give the address of an RSS or Atom feed."), await PollAsync() is var polled ? (polled.Answer, polled.Problem) : default);
    }

    [Fact]
    public async Task What_is_wrong_with_a_part_is_told_as_long_as_it_stands()
    {
        web.Page(Link(1), Page(1));
        Gives(Rss([Item(1), "<item><link>javascript:alert(1)</link></item>"]), "\"v1\"");
        web.Answer(Feed, new Fetched.NotModified());

        Assert.Equal("1 of its items have no link to a page that can be fetched.", (await PollAsync()).Problem);
        Assert.Equal("1 of its items have no link to a page that can be fetched.", (await PollAsync()).Problem);
    }

    [Fact]
    public async Task A_feed_is_asked_as_seldom_as_it_wishes()
    {
        Lists([1], channel: "<ttl>60</ttl>");
        web.Answer(Feed, new Fetched.NotModified());

        Assert.Equal(Sample.Noon.AddHours(1), (await PollAsync()).NextPoll);
        Assert.Equal(Sample.Noon.AddHours(1), (await PollAsync()).NextPoll);
    }

    [Fact]
    public async Task Of_very_many_new_items_some_wait_a_minute_and_none_is_forgotten()
    {
        Lists([1], "\"v0\"");
        Lists(Enumerable.Range(2, 120).Reverse(), "\"v1\"");
        await PollAsync();

        Assert.Equal((50, Sample.Noon.AddMinutes(1)), await PollAsync() is var polled ? (polled.Taken, polled.NextPoll) : default);
        Assert.Equal(50, (await PollAsync()).Taken);
        Assert.Equal((20, Sample.Noon.AddMinutes(15)), await PollAsync() is var last ? (last.Taken, last.NextPoll) : default);

        Assert.Equal([null, "\"v0\"", null, null], web.Asked.Where(request => request.Address == Feed).Select(request => request.IfNoneMatch));
        Assert.Equal(121, (await SourcesAsync()).Count);
    }

    [Fact]
    public async Task However_often_the_store_dies_every_item_comes_in_once()
    {
        Lists(Enumerable.Range(1, 12).Reverse(), "\"v1\"");
        var everything = new FeedOptions { Addresses = [Feed], FirstItems = 12 };
        for (var write = 1; ; write += 3)
        {
            var memory = new MemoryBlobs();
            var dying = FaultyBlobs.DiesAtWrite(write, memory);
            await using (var mortal = await OpenAsync(dying, everything))
                if (await Record.ExceptionAsync(() => mortal.Mediator.Send(new PollFeed(Feed), Cancel)) is { } died) Assert.IsType<StoreException>(died);

            await using var after = await OpenAsync(memory, everything);
            await after.Mediator.Send(new PollFeed(Feed), Cancel);

            Assert.Equal(Enumerable.Range(1, 12).Select(Link), (await SourcesAsync(after)).Select(source => source.Address));
            if (!dying.Reached) break;
        }
    }

    [Fact]
    public async Task A_crash_costs_no_more_than_a_few_items_that_are_submitted_again()
    {
        Lists(Enumerable.Range(1, 30).Reverse(), "\"v1\"");
        var everything = new FeedOptions { Addresses = [Feed], FirstItems = 30 };
        var asked = 0;
        web.Hold = _ => ++asked == 28 ? throw new StoreException("It died.") : Task.CompletedTask;
        await using var mortal = await OpenAsync(store, everything);

        await Assert.ThrowsAsync<StoreException>(() => mortal.Mediator.Send(new PollFeed(Feed), Cancel));
        Assert.True((await ViewAsync()).NextPoll <= clock.GetUtcNow());
        web.Hold = null;
        await mortal.Mediator.Send(new PollFeed(Feed), Cancel);

        Assert.Equal(30, (await SourcesAsync()).Count);
        Assert.All(Enumerable.Range(1, 20), n => Assert.Equal(1, Asked(Link(n))));
    }

    [Fact]
    public async Task Two_that_look_at_once_bring_each_article_once()
    {
        Lists(Enumerable.Range(1, 25).Reverse(), "\"v1\"");
        var everything = new FeedOptions { Addresses = [Feed], FirstItems = 25 };
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiting = 0;
        web.Hold = _ =>
        {
            if (Interlocked.Increment(ref waiting) == 2) both.SetResult();
            return both.Task;
        };
        await using var one = await OpenAsync(store, everything);
        await using var other = await OpenAsync(store, everything);

        await Task.WhenAll(Task.Run(() => one.Mediator.Send(new PollFeed(Feed), Cancel), Cancel), Task.Run(() => other.Mediator.Send(new PollFeed(Feed), Cancel), Cancel));
        await one.Mediator.Send(new PollFeed(Feed), Cancel);

        Assert.Equal(Enumerable.Range(1, 25).Select(Link), (await SourcesAsync()).Select(source => source.Address));
        Assert.Equal(0, (await other.Mediator.Send(new PollFeed(Feed), Cancel)).Taken);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"address":"https://other.example/","known":[],"lastPolled":"2026-03-02T12:00:00+00:00","lastAnswer":"read","nextPoll":"2027-03-02T12:00:00+00:00"}""")]
    public async Task A_state_that_is_none_is_written_anew(string spoilt)
    {
        Lists([3, 2, 1]);
        await PollAsync();
        var name = await store.ListAsync("feeds/", cancel: Cancel).SingleAsync(Cancel);
        var blob = (await store.ReadAsync(name, Cancel))!;
        await store.ReplaceAsync(name, Encoding.UTF8.GetBytes(spoilt), blob.Version, Cancel);

        Assert.Null((await ViewAsync()).LastPolled);
        Assert.Equal(3, (await PollAsync()).Taken);
        Assert.Equal(0, (await PollAsync()).Taken);
        Assert.Equal(3, (await SourcesAsync()).Count);
    }

    [Fact]
    public async Task What_is_kept_of_a_feed_is_bounded_whatever_it_lists()
    {
        await using var aloof = await OpenAsync(store, new FeedOptions { Addresses = [Feed], FirstItems = 0 });
        for (var look = 0; look < 6; look++)
            Gives(Rss(Enumerable.Range(0, 400).Select(n => Item(n, id: $"{look}-{n}-{new string('x', 3000)}", link: $"{Link(n)}/{look}"))));
        await aloof.Mediator.Send(new PollFeed(Feed), Cancel);

        for (var look = 1; look < 6; look++) await aloof.Mediator.Send(new PollFeed(Feed), Cancel);

        var kept = (await store.ReadAsync(await store.ListAsync("feeds/", cancel: Cancel).SingleAsync(Cancel), Cancel))!.Content;
        Assert.InRange(kept.Length, 10_000, 50_000);
    }
}
