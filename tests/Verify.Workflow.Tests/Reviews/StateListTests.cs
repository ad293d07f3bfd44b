using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Erasing;
using Verify.Workflow.Rebuilding;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Tests.Reviews;

/// <summary>Claims are listed by where they stand, and no list reads the journals of all.</summary>
public sealed class StateListTests : IAsyncDisposable
{
    static readonly WorkflowOptions Rules = new() { SecondReviewFrom = 0.99, ExpireAfter = TimeSpan.FromDays(3), EscalateAfter = TimeSpan.FromDays(2) };

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly CountingBlobs store = new(new MemoryBlobs());
    readonly TestDesk desk;
    readonly List<ClaimId> claims = [];

    public StateListTests() => desk = TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), Rules).GetAwaiter().GetResult();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    async Task WithClaimsAsync()
    {
        for (var article = 0; article < 4; article++) await desk.SubmitAsync($"Berita ke-{(char)('a' + article)}.\n{WorkflowScenarios.Flood}");
        await desk.Driver.SettleAsync();
        claims.AddRange((await desk.QueueAsync()).Select(entry => entry.Id));
        Assert.Equal(8, claims.Count);
    }

    Task DecideAsync(int claim, Judgement judgement, Actor by) => desk.DecideAsync(claims[claim], judgement, $"decision-{claim}-{by.Id}", by);

    async Task<string> ListedAsync(ClaimState state, Actor by)
    {
        store.Take();
        var listed = (await desk.QueueAsync(state, by)).Select(entry => claims.IndexOf(entry.Id)).Order();
        Assert.DoesNotContain("list journals", store.Take().Keys);
        return string.Join(' ', listed);
    }

    /// <summary>Its next try is due long after its undo window.</summary>
    [Fact]
    public async Task A_decided_claim_that_cannot_be_published_is_listed_still()
    {
        await WithClaimsAsync();
        await DecideAsync(0, Sample.Approve(), Sample.Ani);
        await DecideAsync(1, Sample.Approve(), Sample.Ani);
        await desk.Mediator.Send(new Stall(claims[0], "the store is down"), Cancel);
        await desk.Mediator.Send(new Stall(claims[1], "the store is down"), Cancel);
        Assert.Equal("0 1", await ListedAsync(ClaimState.Decided, Sample.Budi));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("0 1", await ListedAsync(ClaimState.Decided, Sample.Budi));

        var first = TestDesk.Value(await desk.Mediator.Send(new ListClaims(Sample.Budi, ClaimState.Decided, Limit: 1), Cancel));
        var second = TestDesk.Value(await desk.Mediator.Send(new ListClaims(Sample.Budi, ClaimState.Decided, Cursor: first.Next, Limit: 1), Cancel));
        Assert.Equal(new[] { claims[0], claims[1] }.OrderBy(claim => claim.Value, StringComparer.Ordinal), [first.Items.Single().Id, second.Items.Single().Id]);
    }

    [Fact]
    public async Task Each_state_lists_what_stands_in_it()
    {
        await WithClaimsAsync();
        await DecideAsync(0, Sample.Approve(), Sample.Ani);
        await DecideAsync(1, new Reject(RejectionReason.NotCheckable, null), Sample.Ani);
        await DecideAsync(2, new Correct(new(Value: 77), new Verdict(2)), Sample.Ani); // a corrected figure asks for a second
        Assert.Equal(("0 1", "2", "", ""), (await ListedAsync(ClaimState.Decided, Sample.Budi), await ListedAsync(ClaimState.AwaitingSecond, Sample.Ani), await ListedAsync(ClaimState.AwaitingSecond, Sample.Budi), await ListedAsync(ClaimState.Published, Sample.Budi)));
        await DecideAsync(2, Sample.Approve(), Sample.Budi);
        Assert.Equal(("2", "2", ""), (await ListedAsync(ClaimState.AwaitingSecond, Sample.Ani), await ListedAsync(ClaimState.AwaitingSecond, Sample.Budi), await ListedAsync(ClaimState.AwaitingSecond, Sample.Citra)));
        await desk.WithdrawAsync(claims[2], $"decision-2-{Sample.Budi.Id}", Sample.Budi);
        Assert.Equal(("2", ""), (await ListedAsync(ClaimState.AwaitingSecond, Sample.Ani), await ListedAsync(ClaimState.AwaitingSecond, Sample.Budi)));
        TestDesk.Value(await desk.DecideAsync(claims[2], Sample.Approve(), "decision-again", Sample.Budi));

        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(("0", "1", "2", ""), (await ListedAsync(ClaimState.Published, Sample.Citra), await ListedAsync(ClaimState.Rejected, Sample.Citra), await ListedAsync(ClaimState.Disagreed, Sample.Citra), await ListedAsync(ClaimState.Decided, Sample.Citra)));
        Assert.Equal("", await ListedAsync(ClaimState.AwaitingSecond, Sample.Ani));
        await DecideAsync(2, Sample.Approve(), Sample.Dewi);
        Assert.Equal("2", await ListedAsync(ClaimState.Decided, Sample.Citra));
        await desk.Driver.PassAsync(TimeSpan.FromDays(4));
        Assert.Equal(("0 2", "1", "3 4 5 6 7", "", ""), (await ListedAsync(ClaimState.Published, Sample.Citra), await ListedAsync(ClaimState.Rejected, Sample.Citra), await ListedAsync(ClaimState.Expired, Sample.Citra), await ListedAsync(ClaimState.Disagreed, Sample.Citra), await ListedAsync(ClaimState.Decided, Sample.Citra)));
    }

    [Fact]
    public async Task A_first_decision_that_nobody_followed_is_listed_as_expired()
    {
        await WithClaimsAsync();
        await DecideAsync(2, new Correct(new(Value: 77), new Verdict(2)), Sample.Ani);
        await desk.Driver.PassAsync(TimeSpan.FromDays(4));
        Assert.Equal(("", "0 1 2 3 4 5 6 7"), (await ListedAsync(ClaimState.AwaitingSecond, Sample.Ani), await ListedAsync(ClaimState.Expired, Sample.Ani)));
    }

    [Fact]
    public async Task Marks_that_were_lost_are_rebuilt_and_others_removed()
    {
        await WithClaimsAsync();
        await DecideAsync(0, Sample.Approve(), Sample.Ani);
        await DecideAsync(2, new Correct(new(Value: 77), new Verdict(2)), Sample.Ani);
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        var before = await NamesAsync();
        Assert.Equal(2, before.Count);
        foreach (var name in before) await store.DeleteAsync(name, cancel: Cancel);
        await store.CreateAsync($"states/published/ff/{claims[1]}", ReadOnlyMemory<byte>.Empty, Cancel);
        Assert.Equal("", await ListedAsync(ClaimState.Published, Sample.Ani)); // a mark alone shows nothing
        await desk.Mediator.Send(new Rebuild(), Cancel);
        Assert.Equal(before, await NamesAsync());
        Assert.Equal(("0", "2"), (await ListedAsync(ClaimState.Published, Sample.Ani), await ListedAsync(ClaimState.AwaitingSecond, Sample.Ani)));
    }

    [Fact]
    public async Task Of_an_erased_article_what_was_published_is_listed_and_nothing_else()
    {
        await WithClaimsAsync();
        var other = claims.FindLastIndex(claim => claim.Article == claims[0].Article);
        await DecideAsync(0, Sample.Approve(), Sample.Ani);
        await DecideAsync(other, new Reject(RejectionReason.NotCheckable, null), Sample.Ani);
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        TestDesk.Value(await desk.Mediator.Send(new EraseArticle(claims[0].Article, new("o-sari", Role.Operator), "court order"), Cancel));
        await desk.Driver.SettleAsync();
        Assert.Equal(("0", ""), (await ListedAsync(ClaimState.Published, Sample.Ani), await ListedAsync(ClaimState.Rejected, Sample.Ani)));
        Assert.Single(await NamesAsync());
    }

    async Task<List<string>> NamesAsync()
    {
        var names = new List<string>();
        await foreach (var name in store.ListAsync(StateMarks.Prefix, cancel: Cancel)) names.Add(name);
        return names;
    }
}
