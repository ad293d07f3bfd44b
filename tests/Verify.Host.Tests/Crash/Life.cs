using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Host.Tests.Crash;

/// <summary>What people and programs do, each step until it is acknowledged.</summary>
sealed class Life
{
    const string Article =
        "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n" +
        "Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam sejak Senin.\n";

    readonly FakeTimeProvider clock = new(Sample.Noon);
    static readonly Judgement Corrected = new Correct(new(Value: 41), new Verdict(3));

    ArticleId? article;
    ClaimId? leased, first, approved, rejected, revised, retracted;

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
            await desk.Mediator.Send(new SealLog());
            revised ??= await ReviseAsync(desk, "correction", new Correct(new(Value: 42), new Verdict(2)));
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
            retracted ??= await ReviseAsync(desk, "retraction", null);
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
            await desk.Mediator.Send(new SealLog());
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

    /// <summary>Of the record that stands, or stood when it was asked for first.</summary>
    async Task<ClaimId> ReviseAsync(TestDesk desk, string id, Judgement? judgement)
    {
        var claim = await desk.ClaimAsync(approved!.Value);
        var about = claim.Revisions?.FirstOrDefault(revision => revision.Id == $"editor-{id}")?.Record ?? claim.RecordId!;
        TestDesk.Value(await desk.ReviseAsync(about, $"editor-{id}", judgement));
        return approved.Value;
    }

    public async Task CheckAsync(IBlobs store, string where)
    {
        Assert.True(IsOver, $"{where}: the second life did not come to its end");
        await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
        var records = await desk.RecordsAsync();
        Assert.Equal(3, records.Count);
        var record = Assert.Single(records, one => one.Record.Supersedes is null);
        Assert.Equal((approved, 41m, 2), (record.Record.Claim, record.Record.Figures[0].Value, record.Record.Decisions.Length));
        var correction = Assert.Single(records, one => one.Record.Supersedes?.Record == record.Id);
        var retraction = Assert.Single(records, one => one.Record.Supersedes?.Record == correction.Id);
        Assert.Equal((42m, null, retraction.Id), (correction.Record.Figures[0].Value, retraction.Record.Verdict, RecordView.Of(record).RetractedBy?.Record));
        Assert.Equal(retraction.Id, (await desk.ClaimAsync(approved!.Value)).RecordId);
        var told = TestDesk.Value(await desk.Mediator.Send(new GetArticle(article!.Value))).Claims.Single(one => one.Id == approved);
        Assert.Equal((retraction.Id, RevisionKind.Retraction), (told.RecordId, told.Revised));
        Assert.Equal(ClaimState.Rejected, (await desk.ClaimAsync(rejected!.Value)).State);
        Assert.Equal(ArticleOutcome.Reviewed, (await desk.ArticleAsync(article!.Value)).Outcome);

        // The log holds each record once, whatever a sealer that died left undone.
        var log = await new LogCheck(store, TestDesk.LogKey.Verifier).RunAsync(cancel: TestContext.Current.CancellationToken);
        Assert.True(log.Findings.IsEmpty, $"{where}: {string.Join('\n', log.Findings)}");
        Assert.Equal((3, 3), (log.Size, log.Records));

        var names = await store.ListAsync("").ToListAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(names, name => name.StartsWith("queue/", StringComparison.Ordinal) || name.StartsWith("leases/", StringComparison.Ordinal));
        Assert.Equal(2, names.Count(name => name.EndsWith(".superseded.json", StringComparison.Ordinal)));
        foreach (var journal in names.Where(name => name.StartsWith("journals/", StringComparison.Ordinal)))
        {
            var lines = Encoding.UTF8.GetString((await store.ReadAsync(journal))!.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(lines.Length, lines.Select(IdOf).Distinct().Count());
        }
    }

    static string IdOf(string line) => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
}
