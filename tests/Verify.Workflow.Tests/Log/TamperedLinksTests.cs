using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Log;

/// <summary>What somebody can do to the links beside records, and what the check says of each.</summary>
public sealed class TamperedLinksTests
{
    readonly MemoryBlobs store = new();
    readonly FakeTimeProvider clock = new(Sample.Noon);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>One record that was corrected and another that was not, all sealed.</summary>
    async Task<(RecordBytes Old, RecordBytes New, RecordBytes Other, string Link)> CorrectedAsync()
    {
        await using var desk = await OpenAsync();
        await desk.SubmitAsync(WorkflowScenarios.Flood);
        await desk.Driver.SettleAsync();
        foreach (var entry in await desk.QueueAsync()) TestDesk.Value(await desk.DecideAsync(entry.Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        var first = await desk.RecordsAsync();
        TestDesk.Value(await desk.ReviseAsync(first[0].Id, "correction-1", Sample.Approve(1)));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        await desk.Mediator.Send(new SealLog(), Cancel);
        await store.IsSealedAsync(3);
        var records = await desk.RecordsAsync();
        return (first[0], records.Single(record => record.Record.Supersedes is not null), first[1], RecordLink.NameOf(first[0].Name));
    }

    Task<TestDesk> OpenAsync() => TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));

    async Task OneAsync(LogFault fault, string name, string what)
    {
        var report = await store.CheckAsync();
        var finding = Assert.Single(report.Findings);
        Assert.Equal((fault, name), (finding.Fault, finding.Name));
        Assert.Contains(what, finding.What, StringComparison.Ordinal);
        Assert.EndsWith(".", finding.What, StringComparison.Ordinal);
        Assert.False(report.IsWhole);
    }

    [Fact]
    public async Task A_link_that_is_gone_is_named()
    {
        var (old, by, _, link) = await CorrectedAsync();
        await store.DeleteAsync(link, cancel: Cancel);
        await OneAsync(LogFault.Removed, link, $"record {by.Id} took the place of record {old.Id}");
    }

    [Fact]
    public async Task A_link_that_was_changed_is_named()
    {
        var (_, by, other, link) = await CorrectedAsync();
        var bytes = System.Text.Encoding.UTF8.GetString(await store.BytesAsync(link));
        foreach (var changed in (string[])[bytes.Replace(by.Id, other.Id, StringComparison.Ordinal), bytes.Replace("correction", "retraction", StringComparison.Ordinal), "{}", ""])
        {
            await store.PutAsync(link, System.Text.Encoding.UTF8.GetBytes(changed));
            await OneAsync(LogFault.Changed, link, $"does not lead to record {by.Id}");
        }
    }

    [Theory]
    [InlineData("nothing", "leads to record 00000000")]
    [InlineData("a record that names another", "does not take the place of the record beside it")]
    [InlineData("no link", "is no link to another record")]
    public async Task A_link_that_somebody_put_there_is_named(string where, string says)
    {
        var (_, by, other, _) = await CorrectedAsync();
        var target = where == "nothing" ? by with { Id = new('0', 64) } : by;
        var content = where == "no link" ? "{}"u8.ToArray() : RecordLink.ContentFor(target with { Record = by.Record with { Supersedes = by.Record.Supersedes! with { Record = other.Id } } });
        var name = RecordLink.NameOf(other.Name);
        await store.CreateAsync(name, content, Cancel);
        await OneAsync(LogFault.Added, name, says);
    }

    [Fact]
    public async Task A_link_beside_no_record_is_named()
    {
        var (_, by, _, _) = await CorrectedAsync();
        var name = $"records/2026/03/{new string('1', 64)}.superseded.json";
        await store.CreateAsync(name, RecordLink.ContentFor(by), Cancel);
        await OneAsync(LogFault.Added, name, "does not take the place of the record beside it");
    }

    [Fact]
    public async Task A_correction_that_is_gone_is_named_once()
    {
        var (_, by, _, _) = await CorrectedAsync();
        await store.DeleteAsync(by.Name, cancel: Cancel);
        await OneAsync(LogFault.Removed, $"record {by.Id}", "is sealed in the log");
    }

    [Fact]
    public async Task A_corrected_record_that_is_gone_is_named_once()
    {
        var (old, _, _, _) = await CorrectedAsync();
        await store.DeleteAsync(old.Name, cancel: Cancel);
        await OneAsync(LogFault.Removed, $"record {old.Id}", "is sealed in the log");
    }

    [Fact]
    public async Task A_correction_that_was_slipped_in_with_its_link_is_named_by_both()
    {
        var (_, _, other, _) = await CorrectedAsync();
        var forged = RevisedRecord.Of(Review.Fold([Sample.Opened(), Sample.Approved()]), new RecordRetracted("retraction-9", Sample.Noon, "e-mallory", other.Id, "Trust me."), Sample.Noon);
        await store.CreateAsync(forged.Name, forged.Content, Cancel);
        await store.CreateAsync(RecordLink.NameOf(other.Name), RecordLink.ContentFor(forged), Cancel);
        var found = (await store.CheckAsync()).Findings;
        Assert.Equal(new[] { RecordLink.NameOf(other.Name), forged.Name }.Order(StringComparer.Ordinal), found.Select(finding => finding.Name).Order(StringComparer.Ordinal));
        Assert.All(found, finding => Assert.Equal(LogFault.Added, finding.Fault));
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_makes_no_link_look_added()
    {
        var (old, _, _, _) = await CorrectedAsync();
        var journal = $"journals/review/{old.Record.Claim}";
        await store.DeleteAsync(journal, cancel: Cancel);
        await store.AppendAsync(journal, "{}\n"u8.ToArray(), 0, Cancel);
        await OneAsync(LogFault.Broken, journal, "cannot be read");
    }

    [Fact]
    public async Task A_proof_tells_beside_what_it_proves_that_the_record_was_corrected()
    {
        var (old, by, _, _) = await CorrectedAsync();
        var proof = TestDesk.Value(await store.ProveAsync(old.Id));
        Assert.Equal((by.Id, "It was wrong.", null), (proof.SupersededBy?.Record, proof.SupersededBy?.Reason, proof.RetractedBy));
        Assert.Empty(proof.WhatFails(TestDesk.LogKey.Verifier));
        Assert.Null(TestDesk.Value(await store.ProveAsync(by.Id)).SupersededBy);
    }

    /// <summary>The desk is stopped at each of its writes: what is under way is never called wrong, and it ends with one record, one entry, one link.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_a_correction_is_published_nothing_is_called_wrong(bool dies)
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var fresh = new MemoryBlobs();
            await using var desk = await TestDesk.OpenAsync(fresh, clock, new CrankedDriver(clock));
            await desk.SubmitAsync(WorkflowScenarios.Flood);
            await desk.Driver.SettleAsync();
            TestDesk.Value(await desk.DecideAsync((await desk.QueueAsync())[0].Id, Sample.Approve()));
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
            var old = Assert.Single(await desk.RecordsAsync());
            await desk.Mediator.Send(new SealLog(), Cancel);
            TestDesk.Value(await desk.ReviseAsync(old.Id, "correction-1", Sample.Approve(1)));
            await desk.DisposeAsync();

            clock.Advance(TimeSpan.FromMinutes(1));
            var faulty = dies ? FaultyBlobs.DiesAtWrite(write, fresh) : FaultyBlobs.LosesAnswerOfWrite(write, fresh);
            await Record.ExceptionAsync(async () =>
            {
                await using var cut = await TestDesk.OpenAsync(faulty, clock, new CrankedDriver(clock));
                await cut.Driver.SettleAsync();
                await cut.Mediator.Send(new SealLog(), Cancel);
            });
            reached = faulty.Reached;
            var report = await fresh.CheckAsync();
            Assert.True(report.IsWhole, $"write {write}: {string.Join('\n', report.Findings)}");

            await using var after = await TestDesk.OpenAsync(fresh, clock, new CrankedDriver(clock));
            await after.Driver.PassAsync(TimeSpan.FromMinutes(2));
            await after.Mediator.Send(new SealLog(), Cancel);
            await fresh.IsSealedAsync(2, $"write {write}");
            Assert.Single(await fresh.ListAsync("records/", cancel: Cancel).Where(name => name.EndsWith(".superseded.json", StringComparison.Ordinal)).ToListAsync(Cancel));
            Assert.Equal(RevisionKind.Correction, Assert.Single(await after.QueueAsync(ClaimState.Published)).Revised);
        }
    }
}
