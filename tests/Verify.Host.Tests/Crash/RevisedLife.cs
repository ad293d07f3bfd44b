using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Host.Tests.Crash;

/// <summary>The record of a life that came to its end is corrected by an editor, and the correction retracted.</summary>
sealed class RevisedLife : ILife
{
    readonly Life before = new();
    string? first, corrected, retracted;

    public bool IsOver { get; private set; }

    public async Task PrepareAsync(IBlobs store)
    {
        await before.LiveAsync(store);
        Assert.True(before.IsOver);
    }

    public async Task LiveAsync(IBlobs store)
    {
        try
        {
            await using var desk = await TestDesk.OpenAsync(store, before.Clock, new CrankedDriver(before.Clock));
            await desk.Driver.SettleAsync();
            first ??= (await desk.ClaimAsync(before.Approved)).RecordId!;
            corrected ??= await ReviseAsync(desk, first, "correction", new Correct(new(Value: 42), new Verdict(2)));
            await desk.Mediator.Send(new SealLog());
            retracted ??= await ReviseAsync(desk, corrected, "retraction", null);
            await desk.Mediator.Send(new SealLog());
            IsOver = true;
        }
        catch (StoreException)
        {
            before.Clock.Advance(TimeSpan.FromMinutes(1)); // until somebody starts it again
        }
    }

    /// <returns>The record that took the other's place.</returns>
    async Task<string> ReviseAsync(TestDesk desk, string record, string id, Judgement? judgement)
    {
        TestDesk.Value(await desk.ReviseAsync(record, $"editor-{id}", judgement)); // sent again, it is the same one
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(2));
        return (await desk.ClaimAsync(before.Approved)).Revisions!.Single(revision => revision.Id == $"editor-{id}").NewRecord!;
    }

    public async Task CheckAsync(IBlobs store, string where)
    {
        Assert.True(IsOver, $"{where}: the second life did not come to its end");
        await using var desk = await TestDesk.OpenAsync(store, before.Clock, new CrankedDriver(before.Clock));
        var records = await desk.RecordsAsync();
        Assert.Equal((where, 3), (where, records.Count));
        var old = Assert.Single(records, one => one.Record.Supersedes is null);
        var correction = Assert.Single(records, one => one.Record.Supersedes?.Record == old.Id);
        var retraction = Assert.Single(records, one => one.Record.Supersedes?.Record == correction.Id);
        Assert.Equal((first, corrected, retracted), (old.Id, correction.Id, retraction.Id));
        Assert.Equal((42m, null, retraction.Id), (correction.Record.Figures[0].Value, retraction.Record.Verdict, RecordView.Of(old).RetractedBy?.Record));
        var told = TestDesk.Value(await desk.Mediator.Send(new GetArticle(before.Approved.Article))).Claims.Single(one => one.Id == before.Approved);
        Assert.Equal((retraction.Id, RevisionKind.Retraction), (told.RecordId, told.Revised));

        var log = await new LogCheck(store, TestDesk.LogKey.Verifier).RunAsync(cancel: TestContext.Current.CancellationToken);
        Assert.True(log.Findings.IsEmpty, $"{where}: {string.Join('\n', log.Findings)}");
        Assert.Equal((3, 3), (log.Size, log.Records));
        var names = await store.ListAsync("records/").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((where, 2), (where, names.Count(name => name.EndsWith(".superseded.json", StringComparison.Ordinal))));
        await Life.AtRestAsync(store);
    }
}
