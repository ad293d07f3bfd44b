using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Reviews;

namespace Verify.Host.Tests.Crash;

/// <summary>What people and programs do, each step until it is acknowledged.</summary>
interface ILife
{
    /// <summary>Every step was acknowledged.</summary>
    bool IsOver { get; }

    /// <summary>What comes before, over a store without faults.</summary>
    Task PrepareAsync(IBlobs store) => Task.CompletedTask;

    /// <summary>A process that goes on from what is in the store, to the end or to the first fault.</summary>
    Task LiveAsync(IBlobs store);

    /// <summary>Looks for anything lost or doubled.</summary>
    Task CheckAsync(IBlobs store, string where);
}

/// <summary>An article in, one claim leased and corrected by two reviewers apart from each other, one rejected, and a program told of what was published.</summary>
sealed class Life : ILife
{
    const string Article =
        "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n" +
        "Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam sejak Senin.\n";

    static readonly Judgement Corrected = new Correct(new(Value: 41), new Verdict(3));

    readonly PostBox box = new();
    readonly FakeTimeProvider clock = new(Sample.Noon);
    ArticleId? article;
    ClaimId? leased, first, approved, rejected;

    string? trouble;

    public bool IsOver { get; private set; }

    public async Task LiveAsync(IBlobs store)
    {
        try
        {
            await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), more: box.On(PostBox.Webhook()));
            await desk.Driver.SettleAsync();
            await desk.Mediator.Send(new SendNotices());
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
            await TellAsync(desk);
            IsOver = true;
        }
        catch (StoreException told)
        {
            trouble = told.Message;
            clock.Advance(TimeSpan.FromMinutes(1)); // until somebody starts it again
        }
    }

    /// <summary>Until nothing waits to be told: what was being sent when somebody died is sent again.</summary>
    public static async Task TellAsync(TestDesk desk)
    {
        for (var tries = 0; tries < 2; tries++)
        {
            await desk.Mediator.Send(new SendNotices());
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(3));
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

    public async Task CheckAsync(IBlobs store, string where)
    {
        Assert.True(IsOver, $"{where}: the second life did not come to its end: {trouble}");
        await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
        var record = Assert.Single(await desk.RecordsAsync());
        Assert.Equal((approved, 41m, 2), (record.Record.Claim, record.Record.Figures[0].Value, record.Record.Decisions.Length));
        Assert.Equal(ClaimState.Rejected, (await desk.ClaimAsync(rejected!.Value)).State);
        Assert.Equal(ArticleOutcome.Reviewed, (await desk.ArticleAsync(article!.Value)).Outcome);

        // Somebody was told of it, however often, under one id, and nothing waits to be told.
        var told = box.Notices.Where(one => one.Notice.Kind == NoticeKind.Publication).Select(one => (one.Notice.Id, one.Notice.Data.RecordId)).Distinct();
        Assert.True(told.Select(one => one.RecordId).SequenceEqual([record.Id]), $"{where}: told was {string.Join(", ", told)}");

        // The log holds the record once, whatever a sealer that died left undone.
        var log = await new LogCheck(store, TestDesk.LogKey.Verifier).RunAsync(cancel: TestContext.Current.CancellationToken);
        Assert.True(log.Findings.IsEmpty, $"{where}: {string.Join('\n', log.Findings)}");
        Assert.Equal((1, 1), (log.Size, log.Records));

        await AtRestAsync(store);
    }

    /// <summary>Nothing waits any more, and no journal tells of one thing twice.</summary>
    public static async Task AtRestAsync(IBlobs store)
    {
        var names = await store.ListAsync("").ToListAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(names, name => name.StartsWith("queue/", StringComparison.Ordinal) || name.StartsWith("leases/", StringComparison.Ordinal)
            || name.StartsWith("outbox/new/", StringComparison.Ordinal) || name.StartsWith("outbox/waiting/", StringComparison.Ordinal));
        foreach (var journal in names.Where(name => name.StartsWith("journals/", StringComparison.Ordinal)))
        {
            var lines = Encoding.UTF8.GetString((await store.ReadAsync(journal))!.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(lines.Length, lines.Select(IdOf).Distinct().Count());
        }
    }

    static string IdOf(string line) => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;
}
