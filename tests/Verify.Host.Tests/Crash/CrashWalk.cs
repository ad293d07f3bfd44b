using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Storage.Folders;
using Verify.Testing.Blobs;
using Verify.Testing.Emulators;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Reviews;

namespace Verify.Host.Tests.Crash;

/// <summary>
/// Stops the store at its first write, then at its second, and so on to the last one of a whole life (an article in, one claim leased and corrected
/// by one reviewer and by a second apart from the first, one rejected), opens the desk again over what is there, and looks for anything lost or doubled.
/// </summary>
public sealed class CrashWalk : IDisposable
{
    const string Article =
        "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n" +
        "Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam sejak Senin.\n";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verify-crash-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public Task Over_a_folder_that_dies() => WalkAsync(NewFolder, FaultyBlobs.DiesAtWrite);

    [Fact]
    public Task Over_a_folder_that_loses_an_answer() => WalkAsync(NewFolder, FaultyBlobs.LosesAnswerOfWrite);

    [Fact]
    public async Task Over_containers_that_die() => await WalkAsync(await NewContainersAsync(), FaultyBlobs.DiesAtWrite);

    [Fact]
    public async Task Over_containers_that_lose_an_answer() => await WalkAsync(await NewContainersAsync(), FaultyBlobs.LosesAnswerOfWrite);

    IBlobs NewFolder() => new FolderBlobs(Path.Combine(folder.FullName, Guid.NewGuid().ToString("N")));

    static async Task<Func<IBlobs>> NewContainersAsync()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        return () => Verify.Storage.Stores.Open(azurite.NewAddress());
    }

    static async Task WalkAsync(Func<IBlobs> newStore, Func<int, IBlobs, FaultyBlobs> faultAt)
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var store = newStore();
            var faulty = faultAt(write, store);
            var life = new Life();
            await life.LiveAsync(faulty);
            reached = faulty.Reached;
            Assert.True(reached || life.IsOver, "A life without a fault comes to its end.");

            await life.LiveAsync(store); // a new process over the same store; only what was not acknowledged is asked for again
            await life.CheckAsync(store, write);
            Assert.True(write < 500, "A life has far fewer writes.");
        }
    }

    /// <summary>What people and programs do, each step until it is acknowledged.</summary>
    sealed class Life
    {
        readonly FakeTimeProvider clock = new(Sample.Noon);
        static readonly Judgement Corrected = new Correct(new(Value: 41), new Verdict(3));

        ArticleId? article;
        ClaimId? leased, first, approved, rejected;

        public bool IsOver { get; private set; }

        public async Task LiveAsync(IBlobs store)
        {
            try
            {
                await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
                await desk.Driver.SettleAsync();
                article ??= (await desk.SubmitAsync(Article)).Id;
                await desk.Driver.SettleAsync();
                leased ??= await LeaseAsync(desk, 0);
                first ??= await DecideAsync(desk, 0, Corrected, "first");
                await desk.Driver.SettleAsync();
                approved ??= await DecideAsync(desk, 0, Corrected, "second", Sample.Budi);
                await desk.Driver.SettleAsync();
                rejected ??= await DecideAsync(desk, 1, new Reject(RejectionReason.NotCheckable), "only");
                await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
                IsOver = true;
            }
            catch (StoreException)
            {
                clock.Advance(TimeSpan.FromMinutes(1)); // until somebody starts it again
            }
        }

        async Task<ClaimId> ClaimAsync(TestDesk desk, int index) => TestDesk.Value(await desk.Mediator.Send(new GetArticle(article!.Value))).Claims[index].Id;

        async Task<ClaimId> LeaseAsync(TestDesk desk, int index)
        {
            var claim = await ClaimAsync(desk, index);
            TestDesk.Value(await desk.Mediator.Send(new LeaseClaim(claim, Sample.Ani)));
            return claim;
        }

        async Task<ClaimId> DecideAsync(TestDesk desk, int index, Judgement judgement, string decision, Actor? by = null)
        {
            var claim = await ClaimAsync(desk, index);
            TestDesk.Value(await desk.DecideAsync(claim, judgement, $"decision-{decision}", by));
            return claim;
        }

        public async Task CheckAsync(IBlobs store, int write)
        {
            Assert.True(IsOver, $"write {write}: the second life did not come to its end");
            await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
            var record = Assert.Single(await desk.RecordsAsync());
            Assert.Equal((approved, 41m, 2), (record.Record.Claim, record.Record.Figures[0].Value, record.Record.Decisions.Length));
            Assert.Equal(ClaimState.Rejected, (await desk.ClaimAsync(rejected!.Value)).State);
            Assert.Equal(ArticleOutcome.Reviewed, (await desk.ArticleAsync(article!.Value)).Outcome);

            var names = await store.ListAsync("").ToListAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(names, name => name.StartsWith("queue/", StringComparison.Ordinal) || name.StartsWith("leases/", StringComparison.Ordinal));
            foreach (var journal in names.Where(name => name.StartsWith("journals/", StringComparison.Ordinal)))
            {
                var lines = Encoding.UTF8.GetString((await store.ReadAsync(journal))!.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(lines.Length, lines.Select(IdOf).Distinct().Count());
            }
        }

        static string IdOf(string line) => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
    }
}
