using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Feeds;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Tests.Feeds;

public sealed class PollFeedsTests : IAsyncLifetime
{
    const string Nasional = "https://kabar.example/nasional", Daerah = "https://kabar.example/daerah";
    const string Empty = "<rss version='2.0'><channel/></rss>";

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly FakeFetcher web = new();
    TestDesk desk = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await OpenAsync(web);

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    Task<TestDesk> OpenAsync(IFetcher over) => TestDesk.OpenAsync(
        new MemoryBlobs(), clock, new CrankedDriver(clock), web: over,
        more: services => services.AddSingleton(new FeedOptions { Addresses = [Nasional, Daerah], Every = TimeSpan.FromMinutes(5) }.Checked()));

    async Task<IEnumerable<string>> PollAsync() => (await desk.Mediator.Send(new PollFeeds(), Cancel)).Select(feed => feed.Address);

    [Fact]
    public async Task Only_what_is_due_is_looked_at()
    {
        web.Page(Nasional, Empty).Page(Daerah, Empty.Replace("<channel/>", "<channel><ttl>10</ttl></channel>"));

        Assert.Equal([Daerah, Nasional], await PollAsync());
        Assert.Empty(await PollAsync());
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([Nasional], await PollAsync());
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([Daerah, Nasional], await PollAsync());
    }

    [Fact]
    public async Task A_feed_that_fails_in_a_way_that_nobody_thought_of_keeps_no_other_from_being_looked_at()
    {
        web.Page(Daerah, Empty);
        await using var other = await OpenAsync(new Defective(web, Nasional));

        for (var times = 0; times < 2; times++)
            Assert.Equal("A defect.", (await Assert.ThrowsAsync<InvalidOperationException>(() => other.Mediator.Send(new PollFeeds(), Cancel))).Message);

        Assert.Equal([null, FeedAnswer.Read], (await other.Mediator.Send(new ListFeeds(), Cancel)).Items.Select(feed => feed.LastAnswer));
    }

    [Fact]
    public async Task Feeds_are_listed_in_the_order_of_the_settings_also_those_never_looked_at()
    {
        Assert.Equal(
            [new FeedView(Nasional, null, null, null, null, 0, null), new FeedView(Daerah, null, null, null, null, 0, null)],
            (await desk.Mediator.Send(new ListFeeds(), Cancel)).Items);
        web.Page(Nasional, "<html/>").Page(Daerah, Empty);
        await PollAsync();

        Assert.Equal(
            [
                new FeedView(Nasional, Sample.Noon, null, FeedAnswer.Failed, Sample.Noon.AddMinutes(5), 1, $"\"{Nasional}\" is a web page and no feed. Give the address of an RSS or Atom feed."),
                new FeedView(Daerah, Sample.Noon, Sample.Noon, FeedAnswer.Read, Sample.Noon.AddMinutes(5), 0, null),
            ],
            (await desk.Mediator.Send(new ListFeeds(), Cancel)).Items);
    }

    sealed class Defective(IFetcher web, string address) : IFetcher
    {
        public Task<Fetched> FetchAsync(FetchRequest asked, CancellationToken cancel = default) =>
            asked.Address == address ? throw new InvalidOperationException("A defect.") : web.FetchAsync(asked, cancel);
    }
}
