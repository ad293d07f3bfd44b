using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Host.Tests.Crash;

/// <summary>A claim is published; then its record is corrected by an editor, and the correction retracted; a program is told of both.</summary>
sealed class RevisedLife : ILife
{
    const string Article = "Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam sejak Senin.\n";

    readonly PostBox box = new();
    readonly FakeTimeProvider clock = new(Sample.Noon);
    ClaimId claim;
    string? first, corrected, retracted;

    string? trouble;

    public bool IsOver { get; private set; }

    public async Task PrepareAsync(IBlobs store)
    {
        await using var desk = await OpenAsync(store);
        await desk.SubmitAsync(Article);
        await desk.Driver.SettleAsync();
        claim = Assert.Single(await desk.QueueAsync()).Id;
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
        await desk.Mediator.Send(new SealLog());
        first = (await desk.ClaimAsync(claim)).RecordId!;
    }

    Task<TestDesk> OpenAsync(IBlobs store) => TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), more: box.On(PostBox.Webhook("newsroom", NoticeKind.Correction)));

    public async Task LiveAsync(IBlobs store)
    {
        try
        {
            await using var desk = await OpenAsync(store);
            await desk.Driver.SettleAsync();
            await desk.Mediator.Send(new SendNotices());
            corrected ??= await ReviseAsync(desk, first!, "correction", new Correct(new(Value: 42), new Verdict(2)));
            await desk.Mediator.Send(new SealLog());
            await desk.Mediator.Send(new SendNotices());
            retracted ??= await ReviseAsync(desk, corrected, "retraction", null);
            await desk.Mediator.Send(new SealLog());
            await Life.TellAsync(desk);
            IsOver = true;
        }
        catch (StoreException told)
        {
            trouble = told.Message;
            clock.Advance(TimeSpan.FromMinutes(1)); // until somebody starts it again
        }
    }

    /// <returns>The record that took the other's place.</returns>
    async Task<string> ReviseAsync(TestDesk desk, string record, string id, Judgement? judgement)
    {
        TestDesk.Value(await desk.ReviseAsync(record, $"editor-{id}", judgement)); // sent again, it is the same one
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
        return (await desk.ClaimAsync(claim)).Revisions!.Single(revision => revision.Id == $"editor-{id}").NewRecord!;
    }

    public async Task CheckAsync(IBlobs store, string where)
    {
        Assert.True(IsOver, $"{where}: the second life did not come to its end: {trouble}");
        await using var desk = await OpenAsync(store);
        var records = await desk.RecordsAsync();
        Assert.Equal((where, 3), (where, records.Count));
        var old = Assert.Single(records, one => one.Record.Supersedes is null);
        var correction = Assert.Single(records, one => one.Record.Supersedes?.Record == old.Id);
        var retraction = Assert.Single(records, one => one.Record.Supersedes?.Record == correction.Id);
        Assert.Equal((first, corrected, retracted), (old.Id, correction.Id, retraction.Id));
        Assert.Equal((42m, null, retraction.Id), (correction.Record.Figures[0].Value, retraction.Record.Verdict, RecordView.Of(old).RetractedBy?.Record));
        var told = TestDesk.Value(await desk.Mediator.Send(new GetArticle(claim.Article))).Claims.Single(one => one.Id == claim);
        Assert.Equal((retraction.Id, RevisionKind.Retraction), (told.RecordId, told.Revised));

        var log = await new LogCheck(store, TestDesk.LogKey.Verifier).RunAsync(cancel: TestContext.Current.CancellationToken);
        Assert.True(log.Findings.IsEmpty, $"{where}: {string.Join('\n', log.Findings)}");
        Assert.Equal((3, 3), (log.Size, log.Records));
        var names = await store.ListAsync("records/").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((where, 2), (where, names.Count(name => name.EndsWith(".superseded.json", StringComparison.Ordinal))));
        // A crash behind the receiver's answer tells twice, with the same id.
        var notices = box.Notices.Select(one => (one.Notice.Id, one.Notice.Data.RecordId)).Distinct();
        Assert.Equal([correction.Id, retraction.Id], notices.Select(one => one.RecordId));
        await Life.AtRestAsync(store);
    }
}
