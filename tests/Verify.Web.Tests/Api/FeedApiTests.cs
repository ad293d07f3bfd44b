using System.Net;
using Verify.Testing.Workflow;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Feeds;

namespace Verify.Web.Tests.Api;

public sealed class FeedApiTests
{
    [Fact]
    public async Task Feeds_are_listed_with_what_is_wrong_in_words()
    {
        const string good = "https://kabar.example/rss", bad = "https://kabar.example/mati", never = "https://kabar.example/nanti";
        var web = new FakeFetcher().Page(good, "<rss version='2.0'><channel/></rss>", "application/rss+xml").Page(bad, "<html/>", "text/html");
        await using var desk = await WebDesk.OpenAsync(web: web, feeds: new() { Addresses = [good, bad, never] });
        foreach (var feed in new[] { good, bad }) await desk.Mediator.Send(new PollFeed(feed), TestContext.Current.CancellationToken);

        var answer = await desk.Client(Role.Operator).AskAsync("/api/feeds");

        answer.Is(HttpStatusCode.OK);
        Assert.Equal(
            $$"""
            {"items":[{"address":"{{good}}","lastPolled":"2026-03-02T08:00:00+00:00","lastRead":"2026-03-02T08:00:00+00:00","lastAnswer":"read","nextPoll":"2026-03-02T08:15:00+00:00","failures":0,"problem":null},{"address":"{{bad}}","lastPolled":"2026-03-02T08:00:00+00:00","lastRead":null,"lastAnswer":"failed","nextPoll":"2026-03-02T08:15:00+00:00","failures":1,"problem":"\"{{bad}}\" is a web page and no feed. Give the address of an RSS or Atom feed."},{"address":"{{never}}","lastPolled":null,"lastRead":null,"lastAnswer":null,"nextPoll":null,"failures":0,"problem":null}],"next":null}
            """,
            answer.Body);
    }

    [Fact]
    public async Task A_desk_that_follows_no_feed_says_so()
    {
        await using var desk = await WebDesk.OpenAsync();

        Assert.Equal("""{"items":[],"next":null}""", (await desk.Client(Role.Editor).AskAsync("/api/feeds")).Body);
    }
}
