using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Functions.Language;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;

namespace Verify.Functions.Tests.Language;

/// <summary>The bounds on what asking costs.</summary>
public sealed class CallBudgetTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    CallBudget Budget(int perMinute = 100_000, int perDay = 1_000_000) => new(new SpentCalls(store, perDay, clock), perMinute, clock);

    static async Task<int> TakeAsync(CallBudget budget, int most)
    {
        var taken = 0;
        while (taken < most && await budget.TryTakeAsync(Cancel)) taken++;
        return taken;
    }

    async Task<string> CountAsync(string day) => Encoding.ASCII.GetString((await store.ReadAsync($"language/{day}", Cancel))!.Content.Span);

    [Fact]
    public async Task No_sixty_seconds_hold_more_than_a_minute_s_calls()
    {
        var budget = Budget(perMinute: 3);
        Assert.Equal(1, await TakeAsync(budget, 1)); // at 0 s
        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(2, await TakeAsync(budget, 10)); // at 50 s, over the edge of a minute by the clock
        clock.Advance(TimeSpan.FromSeconds(9.999));
        Assert.Equal(0, await TakeAsync(budget, 10));
        clock.Advance(TimeSpan.FromSeconds(0.001));
        Assert.Equal(1, await TakeAsync(budget, 10)); // the one of 0 s has passed
        clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(2, await TakeAsync(budget, 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(250)]
    public async Task One_program_can_make_all_of_a_day_s_calls_and_no_more(int perDay)
    {
        Assert.Equal(perDay, await TakeAsync(Budget(perDay: perDay), perDay + 10));
        Assert.Equal(0, await TakeAsync(Budget(perDay: perDay), 1));
    }

    [Fact]
    public async Task Programs_at_once_never_make_more_than_a_day_s_calls()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(Budget(perDay: 500), 500))));
        Assert.Equal(500, taken.Sum());
        Assert.Equal("500", await CountAsync("20260302"));
    }

    [Fact]
    public async Task A_program_that_stops_leaves_the_calls_that_it_had_set_aside_as_made()
    {
        await TakeAsync(Budget(perDay: 3_000), 1);
        Assert.Equal("20", await CountAsync("20260302"));
        Assert.Equal(2_980, await TakeAsync(Budget(perDay: 3_000), 3_000));
    }

    [Fact]
    public async Task A_day_begins_at_midnight_UTC_and_the_days_before_are_forgotten()
    {
        var budget = Budget(perDay: 5);
        Assert.Equal(5, await TakeAsync(budget, 10));
        clock.SetUtcNow(new(2026, 3, 2, 23, 59, 59, TimeSpan.Zero));
        Assert.Equal(0, await TakeAsync(budget, 10));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, await TakeAsync(budget, 10));
        Assert.Equal("5", await CountAsync("20260303"));
        Assert.Null(await store.ReadAsync("language/20260302", Cancel));
    }

    [Fact]
    public async Task A_count_that_is_no_number_stops_the_asking_and_says_what_to_do()
    {
        await store.CreateAsync("language/20260302", "many"u8.ToArray(), Cancel);
        var refused = await Assert.ThrowsAsync<StoreException>(() => TakeAsync(Budget(), 1));
        Assert.Contains("language/20260302 holds no number of calls. Delete it", refused.Message, StringComparison.Ordinal);
    }
}
