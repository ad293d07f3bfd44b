using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Storage.Indexing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Erasing;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Rebuilding;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Erasing;

/// <summary>An article that must go: nothing of its words is left but what a record states.</summary>
public sealed class EraseTests
{
    static readonly Actor Operator = new("o-sari", Role.Operator);
    static readonly ArticleId Flood = ArticleId.Of(Encoding.UTF8.GetBytes(WorkflowScenarios.Flood));

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Task<TestDesk> OpenAsync(IBlobs? over = null) => TestDesk.OpenAsync(over ?? store, clock, new CrankedDriver(clock));

    static Task<Answer<ErasedArticle>> EraseAsync(TestDesk desk) => desk.Mediator.Send(new EraseArticle(Flood, Operator, "A court's order."), Cancel);

    /// <summary>Bridges and houses, in the order of the text.</summary>
    async Task<(TestDesk Desk, ClaimId Bridges, ClaimId Houses)> WithFloodAsync()
    {
        var desk = await OpenAsync();
        await desk.SubmitAsync(WorkflowScenarios.Flood);
        await desk.Driver.SettleAsync();
        var claims = TestDesk.Value(await desk.Mediator.Send(new GetArticle(Flood), Cancel)).Claims;
        return (desk, claims[0].Id, claims[1].Id);
    }

    static async Task<string> AllAsync(IBlobs store, bool withRecords = false)
    {
        var all = new StringBuilder();
        await foreach (var name in store.ListAsync("", cancel: Cancel))
            if (withRecords || !name.StartsWith("records/", StringComparison.Ordinal))
                all.Append(name).Append(" = ").Append(Encoding.UTF8.GetString((await store.ReadAsync(name, Cancel))!.Content.Span)).Append('\n');
        return all.ToString();
    }

    [Fact]
    public async Task Every_word_is_gone_and_who_erased_it_when_and_why_stays()
    {
        var (desk, bridges, houses) = await WithFloodAsync();
        await desk.Mediator.Send(new QuarantineInput(Encoding.UTF8.GetBytes(WorkflowScenarios.Flood), new("queue"), "tooLarge", "Once it was."), Cancel);
        TestDesk.Value(await desk.Mediator.Send(new LeaseClaim(houses, Sample.Ani), Cancel));
        clock.Advance(TimeSpan.FromMinutes(1));
        var erased = TestDesk.Value(await EraseAsync(desk));
        Assert.Equal((Flood, Sample.Noon.AddMinutes(1), "o-sari", "A court's order.", 4, 2), (erased.Id, erased.At, erased.By, erased.Reason, erased.Blobs, erased.Reviews));
        Assert.Empty(erased.Records);

        var left = await AllAsync(store);
        foreach (var word in (string[])["jembatan", "rumah", "Dinas", "terendam", "Muaralaya"]) Assert.DoesNotContain(word, left, StringComparison.OrdinalIgnoreCase);
        foreach (var folder in (string[])["articles/", "queue/", "due/", "leases/", "stalled/"]) Assert.DoesNotContain($"{folder}{Flood}", left, StringComparison.Ordinal);
        Assert.Empty(await desk.QueueAsync());
        Assert.Empty(await store.ListAsync("due/", cancel: Cancel).ToListAsync(Cancel));
        foreach (var claim in (ClaimId[])[bridges, houses])
            Assert.Equal($$"""{"type":"reviewErased","claim":"{{claim}}","outcome":"erased","id":"erased","at":"2026-03-02T12:01:00+00:00"}""" + "\n",
                Encoding.UTF8.GetString((await store.ReadAsync($"journals/review/{claim}", Cancel))!.Content.Span));
        Assert.Contains("discarded.json", left, StringComparison.Ordinal);
    }

    /// <summary>A host has the names of the queue in memory, and learns late what another program put there.</summary>
    [Fact]
    public async Task Words_that_another_program_queued_are_gone_too()
    {
        await using var host = await OpenAsync(new IndexedBlobs(store, WorkNames.Prefixes));
        Assert.Empty(await host.QueueAsync());
        var (other, _, houses) = await WithFloodAsync();
        TestDesk.Value(await other.Mediator.Send(new LeaseClaim(houses, Sample.Ani), Cancel));
        TestDesk.Value(await EraseAsync(host));
        var left = await AllAsync(store);
        Assert.DoesNotContain("jembatan", left, StringComparison.OrdinalIgnoreCase);
        foreach (var folder in (string[])["queue/", "leases/"]) Assert.DoesNotContain(folder, left, StringComparison.Ordinal);
        await other.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_who_asks_is_told_that_it_was_erased()
    {
        var (desk, bridges, _) = await WithFloodAsync();
        TestDesk.Value(await EraseAsync(desk));
        Assert.Equal((RefusalKind.Gone, "articleErased"), Refused(await desk.Mediator.Send(new GetArticle(Flood), Cancel)));
        Assert.Equal((RefusalKind.Gone, "articleErased"), Refused(await desk.Mediator.Send(new GetClaim(bridges, Sample.Ani.Id), Cancel)));
        Assert.Equal((RefusalKind.Gone, "articleErased"), Refused(await desk.Mediator.Send(new GetHistory(bridges, Sample.Ani.Id), Cancel)));
        Assert.Equal((RefusalKind.Gone, "articleErased"), Refused(await desk.Mediator.Send(new LeaseClaim(bridges, Sample.Ani), Cancel)));
        Assert.Equal((RefusalKind.Gone, "articleErased"), Refused(await desk.Mediator.Send(new EndLease(bridges, Sample.Ani), Cancel)));
        Assert.Equal((RefusalKind.Gone, "articleErased"), Refused(await desk.Mediator.Send(new Decide(bridges, "decision-1", Sample.Ani, "x", Sample.Approve()), Cancel)));
        Assert.Equal((RefusalKind.Gone, "articleErased"), Refused(await desk.WithdrawAsync(bridges)));
        foreach (var state in Enum.GetValues<ClaimState>()) Assert.Empty(await desk.QueueAsync(state));

        var listed = Assert.Single(TestDesk.Value(await desk.Mediator.Send(new ListArticles(), Cancel)).Items);
        Assert.Equal((ArticleOutcome.Erased, Sample.Noon, null), (listed.Outcome, listed.ErasedAt, listed.Title));
        Assert.Empty(listed.Sources);
    }

    static (RefusalKind, string) Refused<T>(Answer<T> answer) => (TestDesk.RefusalOf(answer).Kind, TestDesk.RefusalOf(answer).Code);

    [Fact]
    public async Task The_same_bytes_are_refused_and_not_kept_in_quarantine_either()
    {
        var (desk, _, _) = await WithFloodAsync();
        TestDesk.Value(await EraseAsync(desk));
        var raw = Encoding.UTF8.GetBytes(WorkflowScenarios.Flood);
        var again = await desk.Mediator.Send(new SubmitArticle(new(raw, FileName: "b.txt", Language: "id"), new("inbox", "b.txt")), Cancel);
        var refusal = TestDesk.RefusalOf(again);
        Assert.Equal((RefusalKind.Gone, "articleErased"), (refusal.Kind, refusal.Code));
        await desk.Mediator.Send(new QuarantineInput(raw, new("inbox", "b.txt"), refusal.Code, refusal.Message), Cancel);
        Assert.DoesNotContain("jembatan", await AllAsync(store), StringComparison.Ordinal);
        Assert.Single(TestDesk.Value(await desk.Mediator.Send(new ListQuarantine(), Cancel)).Items);
    }

    [Fact]
    public async Task What_was_published_stays_with_the_journal_that_its_record_follows_from()
    {
        var (desk, bridges, houses) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve()));
        TestDesk.Value(await desk.DecideAsync(houses, new Reject(RejectionReason.NotAClaim), "decision-2"));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        var record = Assert.Single(await desk.RecordsAsync());
        var erased = TestDesk.Value(await EraseAsync(desk));
        Assert.Equal((record.Id, 1), (Assert.Single(erased.Records), erased.Reviews));
        Assert.Equal(record.Content.ToArray(), Assert.Single(await desk.RecordsAsync()).Content.ToArray());
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(bridges)).State);
        Assert.Contains("\"outcome\":\"rejected\"", await AllAsync(store), StringComparison.Ordinal);
        Assert.DoesNotContain("rumah", await AllAsync(store), StringComparison.Ordinal);
        Assert.Equal(ArticleOutcome.Erased, Assert.Single(TestDesk.Value(await desk.Mediator.Send(new ListArticles(), Cancel)).Items).Outcome);
    }

    /// <summary>A record stays, so what is wrong in it must stay mendable: the chain goes on as if the article were there.</summary>
    [Fact]
    public async Task A_chain_of_records_stays_and_can_still_be_corrected_and_retracted()
    {
        var (desk, bridges, _) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        var first = Assert.Single(await desk.RecordsAsync());
        TestDesk.Value(await desk.ReviseAsync(first.Id, "correction-1", Sample.Approve(2)));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        var second = (await desk.ClaimAsync(bridges)).RecordId!;
        TestDesk.Value(await desk.ReviseAsync(second, "correction-2", Sample.Approve(1))); // under way
        var erased = TestDesk.Value(await EraseAsync(desk));
        Assert.Equal([first.Id, second], erased.Records);

        await desk.DisposeAsync(); // what is under way goes on from its mark
        await using var again = await OpenAsync();
        await again.Driver.PassAsync(TimeSpan.FromMinutes(2));
        var third = (await again.ClaimAsync(bridges)).RecordId!;
        TestDesk.Value(await again.ReviseAsync(third, "retraction-1"));
        await again.Driver.PassAsync(TimeSpan.FromMinutes(1));
        var records = await again.RecordsAsync();
        Assert.Equal(4, records.Count);
        Assert.All(records, record => Assert.Equal(first.Record.Sentence, record.Record.Sentence)); // no word more than the first holds
        Assert.Equal([first.Id, second, third, (await again.ClaimAsync(bridges)).RecordId!], TestDesk.Value(await EraseAsync(again)).Records);
        Assert.DoesNotContain("rumah", await AllAsync(store, withRecords: true), StringComparison.Ordinal);
        Assert.Empty(await store.ListAsync("due/", cancel: Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_decision_that_can_still_be_taken_back_ends_with_the_review()
    {
        var (desk, bridges, _) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(bridges, Sample.Approve()));
        TestDesk.Value(await EraseAsync(desk));
        await desk.Driver.PassAsync(TimeSpan.FromDays(20));
        Assert.Empty(await desk.RecordsAsync());
    }

    [Fact]
    public async Task An_article_that_was_not_searched_yet_is_erased_too()
    {
        await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock) { IsDeaf = true });
        await desk.SubmitAsync(WorkflowScenarios.Flood);
        Assert.Equal((2, 0), (TestDesk.Value(await EraseAsync(desk)) is var erased ? erased.Blobs : 0, erased.Reviews));
        Assert.DoesNotContain("jembatan", await AllAsync(store), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erased_again_it_answers_the_same_and_what_never_came_is_not_found()
    {
        var (desk, _, _) = await WithFloodAsync();
        var first = TestDesk.Value(await EraseAsync(desk));
        var before = await AllAsync(store);
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(first with { Records = default }, TestDesk.Value(await EraseAsync(desk)) with { Records = default });
        Assert.Equal(before, await AllAsync(store));
        Assert.Equal("articleNotFound", TestDesk.RefusalOf(await desk.Mediator.Send(new EraseArticle(ArticleId.Of("no"u8), Operator, "why"), Cancel)).Code);
        Assert.Equal("reasonMissing", TestDesk.RefusalOf(await desk.Mediator.Send(new EraseArticle(Flood, Operator, " "), Cancel)).Code);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cut_off_anywhere_it_goes_on_by_itself_when_the_desk_starts_again(bool dies)
    {
        var reached = true;
        for (var write = 1; reached; write++)
        {
            var fresh = new MemoryBlobs();
            await using (var before = await OpenAsync(fresh))
            {
                await before.SubmitAsync(WorkflowScenarios.Flood);
                await before.Driver.SettleAsync();
                var first = TestDesk.Value(await before.Mediator.Send(new GetArticle(Flood), Cancel)).Claims[0].Id;
                TestDesk.Value(await before.DecideAsync(first, Sample.Approve()));
                await before.Driver.PassAsync(TimeSpan.FromMinutes(1));
                await before.Mediator.Send(new QuarantineInput(Encoding.UTF8.GetBytes(WorkflowScenarios.Flood), new("queue"), "tooLarge", "Once it was."), Cancel);
            }
            var faulty = dies ? FaultyBlobs.DiesAtWrite(write, fresh) : FaultyBlobs.LosesAnswerOfWrite(write, fresh);
            var isAnswered = await Record.ExceptionAsync(async () =>
            {
                await using var cut = await OpenAsync(faulty);
                TestDesk.Value(await EraseAsync(cut));
            }) is null;
            reached = faulty.Reached;

            await using var after = await OpenAsync(fresh);
            await after.Driver.PassAsync(TimeSpan.FromMinutes(2));
            var isErased = (await AllAsync(fresh)).Contains("articleErased", StringComparison.Ordinal);
            Assert.True(isErased || !isAnswered, $"write {write}: it was answered and is not erased");
            if (!isErased) TestDesk.Value(await EraseAsync(after)); // cut off before its first event: nothing has happened
            var left = await AllAsync(fresh);
            Assert.DoesNotContain("terendam", left, StringComparison.Ordinal);
            Assert.DoesNotContain($"articles/{Flood}/", left, StringComparison.Ordinal);
            Assert.DoesNotContain("queue/", left, StringComparison.Ordinal);
            Assert.Single(await after.RecordsAsync());
            Assert.All((await after.Mediator.Send(new Rebuild(), Cancel)).Folders, folder => Assert.Equal((0, 0), (folder.Written, folder.Removed)));
        }
    }
}
