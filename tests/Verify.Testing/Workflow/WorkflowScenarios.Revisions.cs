using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;
using Xunit;

namespace Verify.Testing.Workflow;

/// <summary>What becomes of a record after it was published: corrected, corrected again, retracted.</summary>
public abstract partial class WorkflowScenarios
{
    /// <summary>Bridges, published.</summary>
    async Task<(TestDesk Desk, RecordBytes Record)> WithRecordAsync()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await PassUndoAsync(desk);
        return (desk, Assert.Single(await desk.RecordsAsync()));
    }

    async Task<string> RevisedAsync(TestDesk desk, string record, string id, Judgement? judgement = null)
    {
        TestDesk.Value(await desk.ReviseAsync(record, id, judgement));
        await PassUndoAsync(desk);
        return RecordView.Of(TestDesk.Value(await desk.Mediator.Send(new GetRecord(record)))).Latest!;
    }

    [Fact]
    public async Task A_corrected_record_stays_as_it_is_and_says_so_everywhere()
    {
        var (desk, first) = await WithRecordAsync();
        var asked = TestDesk.Value(await desk.ReviseAsync(first.Id, "correction-1", Sample.Approve(2, "Counted again."), reason: " The agency mended its table. "));
        Assert.Equal((first.Id, Clock.GetUtcNow() + UndoWindow, null), (asked.RecordId, asked.Revisions![0].UndoUntil, asked.Revisions[0].NewRecord));
        await desk.Driver.SettleAsync();
        Assert.Single(await desk.RecordsAsync());

        await PassUndoAsync(desk);
        var (old, corrected) = await PairAsync(desk, first.Id);
        Assert.Equal(first.Content.ToArray(), old.Content.ToArray());
        Assert.Equal((first.Id, RevisionKind.Correction, "The agency mended its table.", Sample.Dewi.Id),
            (corrected.Record.Supersedes!.Record, corrected.Record.Supersedes.Kind, corrected.Record.Supersedes.Reason, corrected.Record.Supersedes.By));
        Assert.Equal((2, "Counted again.", "approve", Sample.Dewi.Id),
            (corrected.Record.Verdict!.Rating, corrected.Record.Note, Assert.Single(corrected.Record.Decisions).Judgement, corrected.Record.Decisions[0].By));
        var view = RecordView.Of(old);
        Assert.Equal((corrected.Id, null, corrected.Id), (view.SupersededBy?.Record, view.RetractedBy, view.Latest));
        Assert.Equal((null, null, null), (RecordView.Of(corrected).SupersededBy, RecordView.Of(corrected).RetractedBy, RecordView.Of(corrected).Latest));

        var claim = await desk.ClaimAsync(first.Record.Claim);
        Assert.Equal((ClaimState.Published, corrected.Id, corrected.Id, null), (claim.State, claim.RecordId, Assert.Single(claim.Revisions!).NewRecord, claim.Revisions![0].UndoUntil));
        Assert.Equal(RevisionKind.Correction, Assert.Single(await desk.QueueAsync(ClaimState.Published)).Revised);
        var told = TestDesk.Value(await desk.Mediator.Send(new GetArticle(first.Record.Claim.Article))).Claims.Single(one => one.Id == first.Record.Claim);
        Assert.Equal((corrected.Id, RevisionKind.Correction), (told.RecordId, told.Revised));
        Assert.Contains(TestDesk.Value(await desk.Mediator.Send(new GetHistory(first.Record.Claim, Sample.Citra.Id))).Events, happened => happened is RecordCorrected);
    }

    [Fact]
    public async Task A_chain_of_three_ends_with_its_retraction()
    {
        var (desk, first) = await WithRecordAsync();
        var second = await RevisedAsync(desk, first.Id, "correction-1", Sample.Approve(2));
        var third = await RevisedAsync(desk, second, "correction-2", new Correct(new(Counted: "jembatan gantung"), new Verdict(3)));
        var last = await RevisedAsync(desk, third, "retraction-1");

        var records = (await desk.RecordsAsync()).ToDictionary(record => record.Id);
        Assert.Equal(4, records.Count);
        Assert.Equal([null, first.Id, second, third], ((string[])[first.Id, second, third, last]).Select(id => records[id].Record.Supersedes?.Record));
        Assert.Equal([second, third, null, null], ((string[])[first.Id, second, third, last]).Select(id => RecordView.Of(records[id]).SupersededBy?.Record));
        Assert.Equal([last, last, last, null], ((string[])[first.Id, second, third, last]).Select(id => RecordView.Of(records[id]).RetractedBy?.Record));
        Assert.Equal("jembatan gantung", records[third].Record.Figures[0].Counted);
        Assert.Null(records[last].Record.Verdict);
        Assert.Empty(records[last].Record.Figures);

        Assert.Equal("recordRetracted", TestDesk.RefusalOf(await desk.ReviseAsync(last, "correction-3", Sample.Approve())).Code);
        var stale = TestDesk.RefusalOf(await desk.ReviseAsync(first.Id, "correction-3", Sample.Approve()));
        Assert.Equal((RefusalKind.Stale, "recordSuperseded"), (stale.Kind, stale.Code));
        Assert.Contains(records[last].Name, stale.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await NamesAsync()).Count(name => name.EndsWith(".superseded.json", StringComparison.Ordinal)));
        Assert.Equal(4, (await desk.Mediator.Send(new GetStats())).Records);
        Assert.Equal(4, (await desk.Mediator.Send(new SealLog())).Size);
    }

    [Fact]
    public async Task A_correction_taken_back_in_time_leaves_nothing_but_its_story()
    {
        var (desk, first) = await WithRecordAsync();
        var before = (await NamesAsync()).Where(name => name.StartsWith("records/", StringComparison.Ordinal)).ToList();
        TestDesk.Value(await desk.ReviseAsync(first.Id, "correction-1", Sample.Approve(1)));
        await desk.Driver.PassAsync(UndoWindow / 2);
        Assert.Equal("notYourDecision", TestDesk.RefusalOf(await desk.WithdrawAsync(first.Record.Claim, "correction-1")).Code);
        TestDesk.Value(await desk.WithdrawAsync(first.Record.Claim, "correction-1", Sample.Dewi));
        TestDesk.Value(await desk.WithdrawAsync(first.Record.Claim, "correction-1", Sample.Dewi)); // sent again: the same withdrawal
        await desk.Driver.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(before, (await NamesAsync()).Where(name => name.StartsWith("records/", StringComparison.Ordinal)));
        Assert.Null((await desk.ClaimAsync(first.Record.Claim)).Revisions);
        Assert.Equal("revisionWithdrawn", TestDesk.RefusalOf(await desk.ReviseAsync(first.Id, "correction-1", Sample.Approve(1))).Code);
        Assert.Contains(TestDesk.Value(await desk.Mediator.Send(new GetHistory(first.Record.Claim, Sample.Citra.Id))).Events, happened => happened is RecordCorrected);

        await RevisedAsync(desk, first.Id, "correction-2", Sample.Approve(1));
        Assert.Equal("undoTooLate", TestDesk.RefusalOf(await desk.WithdrawAsync(first.Record.Claim, "correction-2", Sample.Dewi)).Code);
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
        Assert.DoesNotContain(await NamesAsync(), name => name.StartsWith("due/", StringComparison.Ordinal) && name.Contains(first.Record.Claim.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_editors_at_once_one_corrects_and_the_other_is_told()
    {
        var (desk, first) = await WithRecordAsync();
        Actor other = new("e-eko", Role.Editor);
        var answers = await Task.WhenAll(
            Task.Run(() => desk.ReviseAsync(first.Id, "correction-a", Sample.Approve(1))),
            Task.Run(() => desk.ReviseAsync(first.Id, "correction-b", by: other)));
        var refused = Assert.Single(answers.OfType<Answer<ClaimView>.Refused>()).Refusal;
        Assert.Equal((RefusalKind.Conflict, "revisionUnderWay"), (refused.Kind, refused.Code));
        Assert.Single(((ClaimView)refused.Current!).Revisions!);
        await PassUndoAsync(desk);
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
        Assert.Equal("recordSuperseded", TestDesk.RefusalOf(await desk.ReviseAsync(first.Id, "correction-c", by: other)).Code);
    }

    [Fact]
    public async Task A_correction_sent_twice_is_one_correction_also_after_its_publication()
    {
        var (desk, first) = await WithRecordAsync();
        var asked = TestDesk.Value(await desk.ReviseAsync(first.Id, "correction-1", Sample.Approve(1)));
        Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(asked.Revisions![0].At, TestDesk.Value(await desk.ReviseAsync(first.Id, "correction-1", Sample.Approve(1))).Revisions![0].At);
        await PassUndoAsync(desk);
        Assert.NotNull(TestDesk.Value(await desk.ReviseAsync(first.Id, "correction-1", Sample.Approve(1))).Revisions![0].NewRecord);
        await PassUndoAsync(desk);
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
    }

    [Fact]
    public async Task A_restart_goes_on_with_a_correction_that_nothing_else_would_bring_back()
    {
        var (desk, first) = await WithRecordAsync();
        TestDesk.Value(await desk.ReviseAsync(first.Id, "correction-1", Sample.Approve(1)));
        await desk.DisposeAsync();

        Clock.Advance(TimeSpan.FromMinutes(5));
        await using var again = await OpenAsync();
        await again.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await again.RecordsAsync()).Count);
    }

    async Task<(RecordBytes Old, RecordBytes New)> PairAsync(TestDesk desk, string old)
    {
        var records = await desk.RecordsAsync();
        Assert.Equal(2, records.Count);
        return (records.Single(record => record.Id == old), records.Single(record => record.Id != old));
    }
}
