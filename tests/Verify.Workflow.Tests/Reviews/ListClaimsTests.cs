using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Reviews;

/// <summary>Lists come in the order of work, whole, page after page.</summary>
public sealed class ListClaimsTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    async Task<TestDesk> WithReviewsAsync()
    {
        foreach (var (start, worth, language) in new[] { (1, 0.5, "id"), (2, 0.9, "en"), (3, 0.5, "id"), (4, 0.31, "id"), (5, 1.0, "id") })
        {
            var claim = new ClaimId(Sample.Claim.Article, start);
            var opened = Sample.Opened(Sample.Reading with { Worth = worth }) with { Claim = claim, At = Sample.Noon.AddSeconds(-start) };
            var review = Review.Fold([opened with { Article = opened.Article with { Language = language } }]);
            await new ReviewQueue(store).ShowAsync(review, Cancel);
        }
        return await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
    }

    async Task<Page<QueueEntry>> PageAsync(TestDesk desk, ListClaims asked) => TestDesk.Value(await desk.Mediator.Send(asked, Cancel));

    [Fact]
    public async Task The_worthiest_comes_first_and_of_equals_the_oldest()
    {
        var desk = await WithReviewsAsync();
        Assert.Equal([5, 2, 3, 1, 4], (await PageAsync(desk, new(Sample.Ani))).Items.Select(entry => entry.Id.Start));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Pages_make_up_the_whole(int limit)
    {
        var desk = await WithReviewsAsync();
        List<int> starts = [];
        for (string? cursor = null; ;)
        {
            var page = await PageAsync(desk, new(Sample.Ani, Cursor: cursor, Limit: limit));
            starts.AddRange(page.Items.Select(entry => entry.Id.Start));
            if ((cursor = page.Next) is null) break;
        }
        Assert.Equal([5, 2, 3, 1, 4], starts);
    }

    [Fact]
    public async Task A_filter_leaves_out_what_it_says()
    {
        var desk = await WithReviewsAsync();
        Assert.Equal([5, 3, 1], (await PageAsync(desk, new(Sample.Ani, Language: "ID", MinWorth: 0.5))).Items.Select(entry => entry.Id.Start));
    }

    [Fact]
    public async Task A_spoilt_entry_hides_no_other()
    {
        var desk = await WithReviewsAsync();
        await store.CreateAsync("queue/00/19700101000000000-stray", "no entry"u8.ToArray(), Cancel);
        Assert.Equal(5, (await PageAsync(desk, new(Sample.Ani))).Items.Length);
    }

    [Theory]
    [InlineData(0, 0, null, "limitOutOfRange", "limit")]
    [InlineData(201, 0, null, "limitOutOfRange", "limit")]
    [InlineData(50, -0.1, null, "worthOutOfRange", "minWorth")]
    [InlineData(50, double.NaN, null, "worthOutOfRange", "minWorth")]
    [InlineData(50, 0, "../journals", "cursorInvalid", "cursor")]
    public async Task What_cannot_be_asked_is_refused(int limit, double minWorth, string? cursor, string code, string field)
    {
        var desk = await WithReviewsAsync();
        var refusal = TestDesk.RefusalOf(await desk.Mediator.Send(new ListClaims(Sample.Ani, MinWorth: minWorth, Cursor: cursor, Limit: limit), Cancel));
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }
}
