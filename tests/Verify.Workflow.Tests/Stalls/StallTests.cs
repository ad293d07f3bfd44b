using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Tests.Stalls;

/// <summary>A process that a driver gave up: what is kept of it, who sees it, and how it comes back.</summary>
public sealed class StallTests
{
    const string Text = "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n";

    static readonly Actor Operator = new("r-op", Role.Operator);

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    async Task<(TestDesk Desk, ClaimId Claim)> WithClaimAsync()
    {
        var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
        await desk.SubmitAsync(Text);
        await desk.Driver.SettleAsync();
        return (desk, Assert.Single(await desk.QueueAsync()).Id);
    }

    async Task<IReadOnlyList<StalledProcess>> ListAsync(TestDesk desk) => TestDesk.Value(await desk.Mediator.Send(new ListStalled(), Cancel)).Items;

    [Fact]
    public async Task What_is_given_up_is_listed_with_its_reason_until_it_is_tried_again()
    {
        var (desk, claim) = await WithClaimAsync();
        var progress = await desk.Mediator.Send(new Stall(claim, "the store answered 503"), Cancel);
        Assert.Equal(Sample.Noon.AddMinutes(15), progress.Until);
        Assert.Equal(new StalledProcess(claim.Value, "the store answered 503", 1, Sample.Noon, Sample.Noon.AddMinutes(15)), Assert.Single(await ListAsync(desk)));
        Assert.Equal(1, (await desk.Mediator.Send(new GetStats(), Cancel)).Stalled);
        Assert.Equal(progress.Until, (await desk.Mediator.Send(new Advance(claim), Cancel)).Until); // not before its time

        clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(Sample.Noon.AddDays(1), (await desk.Mediator.Send(new Advance(claim), Cancel)).Until);
        Assert.Empty(await ListAsync(desk));
    }

    [Fact]
    public async Task A_decision_is_taken_while_a_review_is_stalled_and_ends_the_stall()
    {
        var (desk, claim) = await WithClaimAsync();
        await desk.Mediator.Send(new Stall(claim, "the store answered 503"), Cancel);
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Single(await desk.RecordsAsync());
        Assert.Empty(await ListAsync(desk));
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(3, 60)]
    [InlineData(7, 960)]
    [InlineData(8, 1440)]
    [InlineData(40, 1440)]
    public async Task Each_wait_is_twice_the_last_up_to_a_day(int times, int minutes)
    {
        var (desk, claim) = await WithClaimAsync();
        Progress? progress = null;
        for (var time = 0; time < times; time++) progress = await desk.Mediator.Send(new Stall(claim, "down"), Cancel);
        Assert.Equal(clock.GetUtcNow().AddMinutes(minutes), progress!.Until);
    }

    [Fact]
    public async Task An_operator_s_retry_does_not_wait_and_forgets_how_often_it_failed()
    {
        var (desk, claim) = await WithClaimAsync();
        await desk.Mediator.Send(new Stall(claim, "down"), Cancel);
        await desk.Mediator.Send(new Stall(claim, "down"), Cancel);
        Assert.Equal(2, TestDesk.Value(await desk.Mediator.Send(new Retry(claim, Operator), Cancel)).Times);
        await desk.Driver.SettleAsync();
        Assert.Empty(await ListAsync(desk));
        Assert.Equal(Sample.Noon.AddMinutes(15), (await desk.Mediator.Send(new Stall(claim, "down"), Cancel)).Until);
    }

    [Fact]
    public async Task What_is_not_stalled_cannot_be_retried()
    {
        var (desk, claim) = await WithClaimAsync();
        Assert.Equal("notStalled", TestDesk.RefusalOf(await desk.Mediator.Send(new Retry(claim, Operator), Cancel)).Code);
    }

    [Fact]
    public async Task A_process_whose_journal_cannot_be_read_is_listed_all_the_same()
    {
        var (desk, claim) = await WithClaimAsync();
        var end = (await store.ReadAsync($"journals/review/{claim}", Cancel))!.Content.Length;
        await store.AppendAsync($"journals/review/{claim}", "no event\n"u8.ToArray(), end, Cancel);

        Assert.Equal(Sample.Noon.AddDays(1), (await desk.Mediator.Send(new Stall(claim, "whatever"), Cancel)).Until);
        Assert.Contains($"journals/review/{claim}, line 2", Assert.Single(await ListAsync(desk)).Reason, StringComparison.Ordinal);
        Assert.Equal("journalBroken", TestDesk.RefusalOf(await desk.Mediator.Send(new Retry(claim, Operator), Cancel)).Code);
    }

    [Fact]
    public async Task An_article_that_is_given_up_before_its_claims_were_found_finds_them_later()
    {
        var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock) { IsDeaf = true });
        var article = (await desk.SubmitAsync(Text)).Id;
        await desk.Mediator.Send(new Stall(article, "down"), Cancel);
        Assert.Equal(article.Value, Assert.Single(await ListAsync(desk)).Id);
        Assert.Equal(Sample.Noon.AddMinutes(15), (await desk.Mediator.Send(new Advance(article), Cancel)).Until);

        clock.Advance(TimeSpan.FromMinutes(15));
        await desk.Mediator.Send(new Advance(article), Cancel);
        Assert.Single(await desk.QueueAsync());
        Assert.Empty(await ListAsync(desk));
    }
}
