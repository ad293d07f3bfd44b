using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Storage.Folders;
using Verify.Testing.Blobs;
using Verify.Testing.Emulators;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Reviews;

namespace Verify.Host.Tests.Crash;

/// <summary>
/// Stops the store at its first write, then at its second, and so on to the last one of a whole life (an article in, one claim approved, one
/// rejected), opens the desk again over what is there, and looks for anything lost or doubled.
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
        ArticleId? article;
        ClaimId? approved, rejected;

        public bool IsOver { get; private set; }

        public async Task LiveAsync(IBlobs store)
        {
            try
            {
                await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
                await desk.Driver.SettleAsync();
                article ??= (await desk.SubmitAsync(Article)).Id;
                await desk.Driver.SettleAsync();
                approved ??= await DecideAsync(desk, 0, Sample.Approve());
                await desk.Driver.SettleAsync();
                rejected ??= await DecideAsync(desk, 1, new Reject(RejectionReason.NotCheckable));
                await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
                await desk.Mediator.Send(new SealLog());
                IsOver = true;
            }
            catch (StoreException)
            {
                clock.Advance(TimeSpan.FromMinutes(1)); // until somebody starts it again
            }
        }

        async Task<ClaimId> DecideAsync(TestDesk desk, int index, Judgement judgement)
        {
            var view = TestDesk.Value(await desk.Mediator.Send(new GetArticle(article!.Value)));
            var claim = view.Claims[index].Id;
            TestDesk.Value(await desk.DecideAsync(claim, judgement, $"decision-{index}"));
            return claim;
        }

        public async Task CheckAsync(IBlobs store, int write)
        {
            Assert.True(IsOver, $"write {write}: the second life did not come to its end");
            await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
            var record = Assert.Single(await desk.RecordsAsync());
            Assert.Equal(approved, record.Record.Claim);
            Assert.Equal(ClaimState.Rejected, (await desk.ClaimAsync(rejected!.Value)).State);
            Assert.Equal(ArticleOutcome.Reviewed, (await desk.ArticleAsync(article!.Value)).Outcome);

            // The log holds the record once, whatever a sealer that died left undone.
            var log = await new LogCheck(store, TestDesk.LogKey.Verifier).RunAsync(cancel: TestContext.Current.CancellationToken);
            Assert.True(log.Findings.IsEmpty, $"write {write}: {string.Join('\n', log.Findings)}");
            Assert.Equal((1, 1), (log.Size, log.Records));

            var names = await store.ListAsync("").ToListAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain(names, name => name.StartsWith("queue/", StringComparison.Ordinal));
            foreach (var journal in names.Where(name => name.StartsWith("journals/", StringComparison.Ordinal)))
            {
                var lines = Encoding.UTF8.GetString((await store.ReadAsync(journal))!.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                Assert.Equal(lines.Length, lines.Select(IdOf).Distinct().Count());
            }
        }

        static string IdOf(string line) => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
    }
}
