using Verify.Workflow.Reviews;
using static Verify.Testing.Workflow.Sample;
using static Verify.Workflow.Tests.Revisions.Chain;

namespace Verify.Workflow.Tests.Revisions;

/// <summary>What a review wants next, once its record is published, and which events change nothing.</summary>
public sealed class RevisionTests
{
    public static TheoryData<string, ReviewEvent[], TimeSpan, Step> Cases => new()
    {
        { "published, and the article not told yet", [.. Published[..^1]], TimeSpan.FromMinutes(6), new Step.Do(new TellArticle()) },
        { "corrected: waits for the undo window", [.. Published, Corrected()], TimeSpan.FromHours(1), new Step.Wait(Noon.AddHours(1).AddSeconds(10)) },
        { "retracted: waits for the undo window", [.. Published, Retracted()], TimeSpan.FromHours(1), new Step.Wait(Noon.AddHours(1).AddSeconds(10)) },
        { "the window has passed", [.. Published, Corrected()], TimeSpan.FromHours(2), new Step.Do(new SealPublication()) },
        { "taken back: nothing", [.. Published, Corrected(), TakenBack], TimeSpan.FromHours(2), new Step.Finished("published") },
        { "sealed: the record is due", [.. Published, Corrected(), Sealed(2)], TimeSpan.FromHours(2), new Step.Do(new PublishRecord()) },
        { "published: the article is told", [.. Published, Corrected(), Sealed(2), IsPublished(2)], TimeSpan.FromHours(2), new Step.Do(new TellArticle()) },
        { "told: finished", [.. Published, .. Correction(2)], TimeSpan.FromHours(2), new Step.Finished("published") },
        { "corrected again: waits", [.. Published, .. Correction(2), Corrected("correction-2", "record-2", Noon.AddHours(3))], TimeSpan.FromHours(3), new Step.Wait(Noon.AddHours(3).AddSeconds(10)) },
        { "stalled: waits for its next try", [.. Published, Corrected(), new ReviewStalled("stalled-1", Noon.AddHours(2), "down", Noon.AddHours(3))], TimeSpan.FromHours(2), new Step.Wait(Noon.AddHours(3)) },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Next_follows_from_the_journal_and_the_time(string situation, ReviewEvent[] given, TimeSpan afterNoon, Step then)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(then, Review.Next(Review.Fold(given), Noon + afterNoon));
    }

    public static TheoryData<string, ReviewEvent[], ReviewEvent> Ignored => new()
    {
        { "before the record", [Opened(), Approved()], Corrected() },
        { "before the article is told", [.. Published[..^1]], Corrected() },
        { "of a rejected claim", [Opened(), Rejected(), new RejectionSealed("rejectionSealed", Noon), new ArticleTold("articleTold", Noon)], Retracted() },
        { "of another record", [.. Published], Corrected(record: "record-0") },
        { "a second one beside it", [.. Published, Corrected()], Retracted() },
        { "one that was taken back", [.. Published, Corrected(), TakenBack], Corrected() },
        { "of the record before", [.. Published, .. Correction(2)], Corrected("correction-2") },
        { "after a retraction", [.. Published, Retracted(), Sealed(2), IsPublished(2), Told(2)], Corrected("correction-2", "record-2") },
        { "taken back after the seal", [.. Published, Corrected(), Sealed(2)], TakenBack },
        { "taken back by another name", [.. Published, Corrected()], new DecisionWithdrawn("x-withdrawn", Noon, "correction-9", Dewi.Id) },
        { "sealed twice", [.. Published, Corrected(), Sealed(2)], Sealed(3) },
        { "published as another record", [.. Published, Corrected(), Sealed(2)], IsPublished(3) },
        { "published before it is sealed", [.. Published, Corrected()], IsPublished(2) },
        { "told before it is published", [.. Published, Corrected(), Sealed(2)], Told(2) },
        { "told twice", [.. Published, .. Correction(2)], Told(3) },
        { "a decision after all", [.. Published, .. Correction(2)], Approved("decision-9") },
    };

    [Theory, MemberData(nameof(Ignored))]
    public void A_late_or_repeated_event_changes_nothing(string situation, ReviewEvent[] given, ReviewEvent late)
    {
        Assert.NotEmpty(situation);
        var before = Review.Fold(given);
        Assert.Same(before, Review.Apply(before, late));
    }

    [Fact]
    public void What_stands_is_the_last_that_is_published()
    {
        Assert.Equal("record-1", Review.Fold([.. Published, Corrected(), Sealed(2)]).Standing?.RecordId);
        Assert.Equal("record-2", Review.Fold([.. Published, .. Correction(2)]).Standing?.RecordId);
        Assert.Null(Review.Fold([Opened(), Approved(), Sealed(1)]).Standing);
    }
}

/// <summary>Events of one claim that is published and revised.</summary>
static class Chain
{
    public static ReviewEvent[] Published => [Opened(), Approved(), Sealed(1), IsPublished(1), Told(1)];

    public static DecisionWithdrawn TakenBack => new("correction-1-withdrawn", Noon.AddHours(1), "correction-1", Dewi.Id);

    public static RecordCorrected Corrected(string id = "correction-1", string record = "record-1", DateTimeOffset? at = null) =>
        new(id, at ?? Noon.AddHours(1), Dewi.Id, record, "It was wrong.", new Verdict(2), [new("https://example.org/table")], null, new Correction(Value: 41));

    public static RecordRetracted Retracted(string record = "record-1") => new("retraction-1", Noon.AddHours(1), Dewi.Id, record, "It was wrong.");

    public static PublicationSealed Sealed(int n) => new($"publicationSealed-{n}", Noon.AddHours(n), $"record-{n}");

    public static RecordPublished IsPublished(int n) => new($"recordPublished-{n}", Noon.AddHours(n), $"record-{n}");

    public static ArticleTold Told(int n) => new($"articleTold-{n}", Noon.AddHours(n));

    public static ReviewEvent[] Correction(int n) => [Corrected($"correction-{n - 1}", $"record-{n - 1}"), Sealed(n), IsPublished(n), Told(n)];
}
