using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;
using Verify.Workflow.Submissions;
using static Verify.Testing.Workflow.SubmittedAddresses;

namespace Verify.Workflow.Tests.Submissions;

/// <summary>
/// Stops the store at its first write, then at its second, and so on to the last one of an address's life, opens the desk again over what is
/// there, and looks for anything lost or doubled.
/// </summary>
public sealed class CrashWalk
{
    static readonly Fetched[] DownThenThere = [Down(), Down(), FloodPage];
    static readonly Fetched[] DownThenGone = [Down(), Down(), Gone];
    static readonly Fetched[] AlwaysDown = [Down()];

    [Fact]
    public Task An_address_that_answers_at_last_over_a_store_that_dies() => WalkAsync(DownThenThere, SubmissionState.Done, FaultyBlobs.DiesAtWrite);

    [Fact]
    public Task An_address_that_answers_at_last_over_a_store_that_loses_an_answer() => WalkAsync(DownThenThere, SubmissionState.Done, FaultyBlobs.LosesAnswerOfWrite);

    [Fact]
    public Task An_address_that_is_gone_over_a_store_that_dies() => WalkAsync(DownThenGone, SubmissionState.Quarantined, FaultyBlobs.DiesAtWrite);

    [Fact]
    public Task An_address_that_is_gone_over_a_store_that_loses_an_answer() => WalkAsync(DownThenGone, SubmissionState.Quarantined, FaultyBlobs.LosesAnswerOfWrite);

    [Fact]
    public Task An_address_that_never_answers_over_a_store_that_dies() => WalkAsync(AlwaysDown, SubmissionState.Quarantined, FaultyBlobs.DiesAtWrite);

    [Fact]
    public Task An_address_that_never_answers_over_a_store_that_loses_an_answer() => WalkAsync(AlwaysDown, SubmissionState.Quarantined, FaultyBlobs.LosesAnswerOfWrite);

    static async Task WalkAsync(Fetched[] answers, SubmissionState end, Func<int, IBlobs, FaultyBlobs> faultAt)
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var store = new MemoryBlobs();
            var faulty = faultAt(write, store);
            var life = new Life(new FakeFetcher().Answer(Flood, answers));
            await life.LiveAsync(faulty);
            reached = faulty.Reached;
            Assert.True(reached || life.IsOver, "A life without a fault comes to its end.");

            await life.LiveAsync(store); // a new process over the same store; only what was not acknowledged is sent again
            await life.CheckAsync(store, write, end);
            Assert.True(write < 200, "A life has far fewer writes.");
        }
    }

    sealed class Life(FakeFetcher web)
    {
        readonly FakeTimeProvider clock = new(Sample.Noon);
        bool isSentByAni, isSentByBudi;

        public bool IsOver { get; private set; }

        public async Task LiveAsync(IBlobs store)
        {
            try
            {
                await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), web: web);
                isSentByAni = isSentByAni || await SendAsync(desk, ByAni);
                isSentByBudi = isSentByBudi || await SendAsync(desk, ByBudi);
                // A day of sweeps, more than any wait and long enough that stale marks are cleared away.
                for (var minutes = 0; minutes < 24 * 60; minutes += 10)
                {
                    clock.Advance(TimeSpan.FromMinutes(10));
                    await desk.SweepAsync();
                    await desk.Driver.SettleAsync();
                }
                IsOver = true;
            }
            catch (StoreException)
            {
                clock.Advance(TimeSpan.FromMinutes(1)); // until somebody starts it again
            }
        }

        static async Task<bool> SendAsync(TestDesk desk, ArticleSource source)
        {
            await desk.SendAsync(source: source);
            return true;
        }

        public async Task CheckAsync(IBlobs store, int write, SubmissionState end)
        {
            var cancel = TestContext.Current.CancellationToken;
            Assert.True(IsOver, $"write {write}: the second life did not come to its end");
            await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), web: web);
            var names = await store.ListAsync("submissions/", cancel: cancel).ToListAsync(cancel);
            // A sender whose answer was lost sends again, by then perhaps to a page that answers at once: no submission is due then.
            foreach (var name in names)
            {
                Assert.EndsWith(".json", name);
                Assert.Equal(end, (await desk.SubmissionAsync(name["submissions/".Length..^".json".Length])).State);
            }
            if (end == SubmissionState.Done)
            {
                var article = await desk.ArticleAsync(ArticleId.Of(System.Text.Encoding.UTF8.GetBytes(FloodText)));
                Assert.Equal(["s-ani", "s-budi"], article.Sources.Select(source => source.Name).Order());
                Assert.Empty(await desk.QuarantineAsync());
                Assert.Equal(2, (await desk.QueueAsync()).Count);
            }
            else
            {
                Assert.Single(names);
                Assert.Single(await desk.QuarantineAsync());
                Assert.DoesNotContain(await store.ListAsync("articles/", cancel: cancel).ToListAsync(cancel), _ => true);
            }
        }
    }
}
