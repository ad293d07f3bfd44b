using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Reviews;
using Xunit;

namespace Verify.Testing.Workflow;

/// <summary>What happens to articles and claims from the first byte to the record, a fortnight in milliseconds. Every driver runs the same scenarios.</summary>
public abstract partial class WorkflowScenarios
{
    /// <summary>Two claims: bridges and houses.</summary>
    public const string Flood =
        "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n" +
        "Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam sejak Senin.\n";

    static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(10);

    protected FakeTimeProvider Clock { get; } = new(Sample.Noon);

    protected MemoryBlobs Store { get; } = new();

    protected abstract IScenarioDriver NewDriver();

    protected Task<TestDesk> OpenAsync(WorkflowOptions? options = null, IBlobs? store = null) => TestDesk.OpenAsync(store ?? Store, Clock, NewDriver(), options);

    protected Task PassUndoAsync(TestDesk desk) => desk.Driver.PassAsync(UndoWindow);

    protected async Task<(TestDesk Desk, IReadOnlyList<QueueEntry> Queue)> WithFloodAsync(WorkflowOptions? options = null)
    {
        var desk = await OpenAsync(options);
        await desk.SubmitAsync(Flood);
        await desk.Driver.SettleAsync();
        return (desk, await desk.QueueAsync());
    }

    [Fact]
    public async Task An_article_s_claims_wait_in_the_queue()
    {
        var (desk, queue) = await WithFloodAsync();
        Assert.Equal(["1.250", "40"], queue.Select(entry => entry.Figure.Split(' ').First(word => char.IsAsciiDigit(word[0]))).Order());
        Assert.All(queue, entry => Assert.True(entry.Worth >= 0.3));
        Assert.Equal(2, (await desk.ArticleAsync(queue[0].Id.Article)).Claims);
    }

    [Fact]
    public async Task An_approved_claim_is_a_record_once_it_can_no_longer_be_taken_back()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.SettleAsync();
        Assert.Single(await desk.QueueAsync());

        await desk.Driver.PassAsync(UndoWindow - TimeSpan.FromSeconds(1));
        Assert.Empty(await desk.RecordsAsync());

        await desk.Driver.PassAsync(TimeSpan.FromSeconds(1));
        var record = Assert.Single(await desk.RecordsAsync()).Record;
        Assert.Equal((queue[0].Id, 4, "Mostly true"), (record.Claim, record.Verdict!.Rating, record.Verdict.Label));
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(queue[0].Id)).State);
    }

    [Fact]
    public async Task A_corrected_claim_s_record_holds_both_readings()
    {
        var (desk, queue) = await WithFloodAsync();
        var before = (await desk.ClaimAsync(queue[0].Id)).Reading.Quantities[0].Counted?.Text;
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, new Correct(new(Counted: "rumah warga", Speaker: "Sekda"), new Verdict(2))));
        await desk.Driver.PassAsync(UndoWindow);

        var record = Assert.Single(await desk.RecordsAsync()).Record;
        Assert.Equal(("rumah warga", before, "Sekda"), (record.Figures[0].Counted, record.FiguresAsRead!.Value[0].Counted, record.Speaker));
        Assert.Equal("correct", Assert.Single(record.Decisions).Judgement);
    }

    [Fact]
    public async Task A_rejected_claim_leaves_no_record()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, new Reject(RejectionReason.NotCheckable)));
        await desk.Driver.PassAsync(UndoWindow);
        Assert.Empty(await desk.RecordsAsync());
        Assert.Equal(ClaimState.Rejected, (await desk.ClaimAsync(queue[0].Id)).State);
    }

    [Fact]
    public async Task An_article_is_finished_with_its_last_review()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(UndoWindow);
        Assert.Null((await desk.ArticleAsync(queue[0].Id.Article)).Outcome);

        TestDesk.Value(await desk.DecideAsync(queue[1].Id, new Reject(RejectionReason.Duplicate)));
        await desk.Driver.PassAsync(UndoWindow);
        var article = await desk.ArticleAsync(queue[0].Id.Article);
        Assert.Equal((ArticleOutcome.Reviewed, 2), (article.Outcome, article.Closed));
    }

    [Fact]
    public async Task A_decision_taken_back_in_time_puts_the_claim_back_in_its_place()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(UndoWindow / 2);
        TestDesk.Value(await desk.WithdrawAsync(queue[0].Id));
        TestDesk.Value(await desk.WithdrawAsync(queue[0].Id)); // sent again: the same withdrawal
        await desk.Driver.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(queue.Select(entry => entry.Id), (await desk.QueueAsync()).Select(entry => entry.Id));
        Assert.Empty(await desk.RecordsAsync());

        TestDesk.Value(await desk.DecideAsync(queue[0].Id, new Reject(RejectionReason.NotAClaim), "decision-2"));
        await desk.Driver.PassAsync(UndoWindow);
        Assert.Equal(ClaimState.Rejected, (await desk.ClaimAsync(queue[0].Id)).State);
    }

    [Fact]
    public async Task Taking_back_comes_too_late_once_the_record_is_sealed()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(UndoWindow);
        var refusal = TestDesk.RefusalOf(await desk.WithdrawAsync(queue[0].Id));
        Assert.Equal((RefusalKind.Conflict, "undoTooLate"), (refusal.Kind, refusal.Code));
        Assert.Single(await desk.RecordsAsync());
    }

    [Fact]
    public async Task Nobody_takes_back_another_s_decision()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        Assert.Equal("notYourDecision", TestDesk.RefusalOf(await desk.WithdrawAsync(queue[0].Id, by: Sample.Budi)).Code);
        Assert.Equal("decisionNotFound", TestDesk.RefusalOf(await desk.WithdrawAsync(queue[0].Id, "decision-9")).Code);
    }

    [Fact]
    public async Task A_claim_that_nobody_decides_goes_to_the_head_and_then_leaves()
    {
        var (desk, queue) = await WithFloodAsync();
        await desk.Driver.PassAsync(TimeSpan.FromDays(1));
        await desk.SubmitAsync("Kementerian Kesehatan mengatakan 900.000 orang divaksin pada tahun 2025.", name: "b.txt");
        await desk.Driver.SettleAsync();
        Assert.Equal(3, (await desk.QueueAsync()).Count);

        await desk.Driver.PassAsync(TimeSpan.FromDays(1));
        var escalated = await desk.QueueAsync();
        Assert.Equal(queue.Select(entry => entry.Id).Order(ById), escalated.Take(2).Select(entry => entry.Id).Order(ById));
        Assert.All(escalated.Take(2), entry => Assert.True(entry.IsEscalated));

        await desk.Driver.PassAsync(TimeSpan.FromDays(12));
        Assert.Single(await desk.QueueAsync());
        var article = await desk.ArticleAsync(queue[0].Id.Article);
        Assert.Equal((ArticleOutcome.Reviewed, 2), (article.Outcome, article.Closed));
        Assert.Equal(ClaimState.Expired, (await desk.ClaimAsync(queue[0].Id)).State);
        Assert.Equal("claimClosed", TestDesk.RefusalOf(await desk.DecideAsync(queue[0].Id, Sample.Approve())).Code);
    }

    [Fact]
    public async Task Of_two_decisions_on_one_claim_the_first_stands()
    {
        var (desk, queue) = await WithFloodAsync();
        var shown = (await desk.ClaimAsync(queue[0].Id)).Shown;
        var answers = await Task.WhenAll(
            Task.Run(() => desk.Mediator.Send(new Decide(queue[0].Id, "decision-a", Sample.Ani, shown, Sample.Approve()))),
            Task.Run(() => desk.Mediator.Send(new Decide(queue[0].Id, "decision-b", Sample.Budi, shown, new Reject(RejectionReason.Duplicate)))));
        var refused = Assert.Single(answers.OfType<Answer<ClaimView>.Refused>()).Refusal;
        Assert.Equal("alreadyDecided", refused.Code);
    }

    [Fact]
    public async Task A_decision_sent_twice_is_one_decision()
    {
        var (desk, queue) = await WithFloodAsync();
        var first = TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        Clock.Advance(TimeSpan.FromSeconds(3));
        var again = TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        Assert.Equal(first.Decision!.At, again.Decision!.At);
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        Assert.Single(await desk.RecordsAsync());
    }

    [Fact]
    public async Task The_same_bytes_are_one_article_wherever_they_come_from()
    {
        var (desk, queue) = await WithFloodAsync();
        Assert.True((await desk.SubmitAsync(Flood)).IsKnown);
        Assert.True((await desk.SubmitAsync(Flood, name: "copy.txt")).IsKnown);
        Assert.True((await desk.SubmitAsync(Flood, name: "copy.txt")).IsKnown);
        await desk.Driver.SettleAsync();

        Assert.Equal(2, (await desk.QueueAsync()).Count);
        Assert.Equal(["a.txt", "copy.txt"], (await desk.ArticleAsync(queue[0].Id.Article)).Sources.Select(source => source.Name));
    }

    [Theory]
    [InlineData("wa' vatlh qachmey meQlu'", "tlh", ArticleOutcome.LanguageNotRead)]
    [InlineData("Hari ini cuaca cerah dan warga kembali bekerja seperti biasa.", "id", ArticleOutcome.NoClaims)]
    public async Task An_article_without_claims_is_finished_at_once(string text, string language, ArticleOutcome outcome)
    {
        var desk = await OpenAsync();
        var article = await desk.SubmitAsync(text, language);
        await desk.Driver.SettleAsync();
        Assert.Equal(outcome, (await desk.ArticleAsync(article.Id)).Outcome);
        Assert.Empty(await desk.QueueAsync());
    }

    [Fact]
    public async Task Claims_not_worth_it_are_kept_and_not_queued()
    {
        var desk = await OpenAsync(new WorkflowOptions { WorthThreshold = 1 });
        var article = await desk.SubmitAsync(Flood);
        await desk.Driver.SettleAsync();
        Assert.Equal(ArticleOutcome.NothingWorthChecking, (await desk.ArticleAsync(article.Id)).Outcome);
    }

    [Fact]
    public async Task Of_too_many_claims_the_worthiest_are_kept()
    {
        var (desk, queue) = await WithFloodAsync(new WorkflowOptions { MostClaimsPerArticle = 1 });
        var claims = TestDesk.Value(await desk.Mediator.Send(new GetArticle(queue[0].Id.Article))).Claims;
        Assert.Equal(Assert.Single(queue).Id, Assert.Single(claims).Id);
    }

    [Fact]
    public async Task A_restart_goes_on_where_it_stood()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.DisposeAsync(); // before the driver was told of anything but the decision

        Clock.Advance(TimeSpan.FromMinutes(5));
        await using var again = await OpenAsync();
        await again.Driver.SettleAsync();
        Assert.Single(await again.RecordsAsync());
        Assert.Single(await again.QueueAsync());
    }

    [Fact]
    public async Task Waking_everything_twice_changes_nothing()
    {
        var (desk, queue) = await WithFloodAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(UndoWindow);
        var before = await NamesAsync();
        foreach (var id in new ProcessId[] { queue[0].Id, queue[0].Id.Article, queue[1].Id, queue[0].Id, queue[0].Id.Article }) await desk.Driver.WakeAsync(id);
        await desk.Driver.SettleAsync();
        Assert.Equal(before, await NamesAsync());
    }

    [Fact]
    public async Task When_all_is_done_nothing_is_marked_due_and_nothing_waits()
    {
        var (desk, queue) = await WithFloodAsync();
        foreach (var entry in queue) TestDesk.Value(await desk.DecideAsync(entry.Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromDays(30));
        Assert.DoesNotContain(await NamesAsync(), name => name.StartsWith("due/", StringComparison.Ordinal) || name.StartsWith("queue/", StringComparison.Ordinal));
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
    }

    static Comparer<ClaimId> ById { get; } = Comparer<ClaimId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    async Task<List<string>> NamesAsync() => await Store.ListAsync("").ToListAsync();
}
