using System.Collections.Immutable;
using System.Text;
using Verify.Testing.Blobs;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;
using static Verify.Testing.Workflow.Sample;

namespace Verify.Workflow.Tests.Journal;

/// <summary>Journals: appended at a known position or not at all, and never guessed around.</summary>
public sealed class JournalTests
{
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    Journal<ReviewEvent> Over(IBlobs blobs) => new(blobs, "journals/review/", WorkflowJson.Stored.ReviewEvent);

    [Fact]
    public async Task What_was_appended_is_read_back()
    {
        var journal = Over(store);
        var history = await journal.LoadAsync("r", Cancel);
        foreach (var happened in UpTo(Approved())) history = (await journal.AppendAsync("r", history, happened, Cancel)).History;

        var read = await journal.LoadAsync("r", Cancel);
        Assert.Equal(history.Position, read.Position);
        Assert.Equal(["reviewOpened", "decision-1"], read.Events.Select(happened => happened.Id));
    }

    [Fact]
    public async Task Of_two_that_append_after_the_same_history_one_is_told_to_look_again()
    {
        var journal = Over(store);
        var history = (await journal.AppendAsync("r", default(History<ReviewEvent>) with { Events = [] }, Opened(), Cancel)).History;

        Assert.True((await journal.AppendAsync("r", history, Approved(), Cancel)).IsWritten);
        var refused = await journal.AppendAsync("r", history, Rejected("decision-2"), Cancel);
        Assert.False(refused.IsWritten);
        Assert.Equal(["reviewOpened", "decision-1"], refused.History.Events.Select(happened => happened.Id));
    }

    [Fact]
    public async Task Events_that_are_appended_together_stand_there_together_and_once()
    {
        var journal = Over(FaultyBlobs.LosesAnswerOfWrite(1, store));
        ImmutableArray<ReviewEvent> both = [.. UpTo(Approved())];
        Assert.True((await journal.AppendAsync("r", new([], 0), both, Cancel)).IsWritten);
        var again = await journal.AppendAsync("r", new([], 0), both, Cancel);
        Assert.True(again.IsWritten);
        Assert.Equal(["reviewOpened", "decision-1"], again.History.Events.Select(happened => happened.Id));
        Assert.Equal(again.History.Position, (await store.ReadAsync("journals/review/r", Cancel))!.Content.Length);
    }

    [Fact]
    public async Task An_append_that_succeeded_and_was_answered_with_an_error_is_found()
    {
        var journal = Over(FaultyBlobs.LosesAnswerOfWrite(1, store));
        var appended = await journal.AppendAsync("r", new([], 0), Opened(), Cancel);

        Assert.Equal("reviewOpened", Assert.Single(appended.History.Events).Id);
    }

    [Fact]
    public async Task An_append_that_failed_is_an_error()
    {
        var journal = Over(FaultyBlobs.DiesAtWrite(1, store));
        await Assert.ThrowsAsync<StoreException>(() => journal.AppendAsync("r", new([], 0), Opened(), Cancel));
    }

    [Theory]
    [InlineData("not json", "line 1")]
    [InlineData("""{"type":"claimForged","id":"1","at":"2026-03-02T12:00:00Z"}""", "line 1")]
    [InlineData("""{"type":"articleTold","id":"1"}""", "line 1")]
    public async Task A_line_that_is_no_event_is_named(string line, string place)
    {
        await store.AppendAsync("journals/review/r", Encoding.UTF8.GetBytes(line + "\n"), 0, Cancel);
        var error = await Assert.ThrowsAsync<JournalException>(() => Over(store).LoadAsync("r", Cancel));
        Assert.StartsWith($"journals/review/r, {place}", error.Message, StringComparison.Ordinal);
    }
}
