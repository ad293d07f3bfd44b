using Verify.Workflow.Reviews;
using static Verify.Testing.Workflow.Sample;

namespace Verify.Workflow.Tests.Reviews;

/// <summary>What a review wants next, from what happened and what time it is.</summary>
public sealed class ReviewTests
{
    static readonly PublicationSealed Sealed = new("publicationSealed", Noon.AddMinutes(6), "record-1");
    static readonly RecordPublished Published = new("recordPublished", Noon.AddMinutes(6), "record-1");
    static readonly RejectionSealed RejectionSealed = new("rejectionSealed", Noon.AddMinutes(6));
    static readonly DecisionWithdrawn Withdrawn = new("decision-1-withdrawn", Noon.AddMinutes(5).AddSeconds(4), "decision-1", Ani.Id);
    static readonly ReviewEscalated Escalated = new("escalated", Noon.AddDays(2));
    static readonly ReviewExpired Expired = new("expired", Noon.AddDays(14));
    static readonly ArticleTold Told = new("articleTold", Noon.AddMinutes(6));

    public static TheoryData<string, ReviewEvent[], TimeSpan, Step> Cases => new()
    {
        { "never opened", [], TimeSpan.Zero, new Step.Finished("unknown") },
        { "opened: waits for the escalation", [Opened()], TimeSpan.Zero, new Step.Wait(Noon.AddDays(2)) },
        { "one second before the escalation", [Opened()], TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1), new Step.Wait(Noon.AddDays(2)) },
        { "escalates on time", [Opened()], TimeSpan.FromDays(2), new Step.Do(new EscalateReview()) },
        { "escalated: waits for the expiry", [Opened(), Escalated], TimeSpan.FromDays(3), new Step.Wait(Noon.AddDays(14)) },
        { "expires on time", [Opened(), Escalated], TimeSpan.FromDays(14), new Step.Do(new ExpireReview()) },
        { "expires even if nobody was there to escalate", [Opened()], TimeSpan.FromDays(20), new Step.Do(new ExpireReview()) },
        { "expired: the article is told", [Opened(), Escalated, Expired], TimeSpan.FromDays(14), new Step.Do(new TellArticle()) },
        { "approved: waits for the undo window", [Opened(), Approved()], TimeSpan.FromMinutes(5), new Step.Wait(Noon.AddMinutes(5).AddSeconds(10)) },
        { "a decision stops the deadlines", [Opened(), Approved(at: Noon.AddDays(2).AddSeconds(-1))], TimeSpan.FromDays(2), new Step.Wait(Noon.AddDays(2).AddSeconds(9)) },
        { "the window has passed", [Opened(), Approved()], TimeSpan.FromMinutes(6), new Step.Do(new SealPublication()) },
        { "withdrawn: waits again", [Opened(), Approved(), Withdrawn], TimeSpan.FromMinutes(6), new Step.Wait(Noon.AddDays(2)) },
        { "sealed: the record is due", [Opened(), Approved(), Sealed], TimeSpan.FromMinutes(6), new Step.Do(new PublishRecord()) },
        { "published: the article is told", [Opened(), Approved(), Sealed, Published], TimeSpan.FromMinutes(6), new Step.Do(new TellArticle()) },
        { "told: finished", [Opened(), Approved(), Sealed, Published, Told], TimeSpan.FromMinutes(6), new Step.Finished("published") },
        { "rejected: waits for the undo window", [Opened(), Rejected()], TimeSpan.FromMinutes(5), new Step.Wait(Noon.AddMinutes(5).AddSeconds(10)) },
        { "rejection is final", [Opened(), Rejected()], TimeSpan.FromMinutes(6), new Step.Do(new SealRejection()) },
        { "rejected: the article is told", [Opened(), Rejected(), RejectionSealed], TimeSpan.FromMinutes(6), new Step.Do(new TellArticle()) },
        { "rejected and told", [Opened(), Rejected(), RejectionSealed, Told], TimeSpan.FromMinutes(6), new Step.Finished("rejected") },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Next_follows_from_the_journal_and_the_time(string situation, ReviewEvent[] given, TimeSpan afterNoon, Step then)
    {
        Assert.NotEmpty(situation);
        Assert.Equal(then, Review.Next(Review.Fold(given), Noon + afterNoon));
    }

    public static TheoryData<string, ReviewEvent[], ReviewEvent> Ignored => new()
    {
        { "opened twice", [Opened()], Opened() with { Shown = "another" } },
        { "a second decision", [Opened(), Approved()], Rejected("decision-2") },
        { "a decision after the end", [Opened(), Escalated, Expired], Approved() },
        { "a decision that was withdrawn", [Opened(), Approved(), Withdrawn], Approved() },
        { "a withdrawal of another decision", [Opened(), Approved("decision-2")], Withdrawn },
        { "a withdrawal after the seal", [Opened(), Approved(), Sealed], Withdrawn },
        { "a withdrawal after a final rejection", [Opened(), Rejected(), RejectionSealed], Withdrawn },
        { "an escalation after a decision", [Opened(), Approved()], Escalated },
        { "an expiry after a decision", [Opened(), Approved()], Expired },
        { "a seal without a decision", [Opened()], Sealed },
        { "a seal on a rejection", [Opened(), Rejected()], Sealed },
        { "a second seal", [Opened(), Approved(), Sealed], Sealed with { RecordId = "record-2" } },
        { "a publication that was not sealed", [Opened(), Approved()], Published },
        { "told before the end", [Opened(), Approved()], Told },
        { "anything before the opening", [], Approved() },
    };

    [Theory, MemberData(nameof(Ignored))]
    public void A_late_or_repeated_event_changes_nothing(string situation, ReviewEvent[] given, ReviewEvent late)
    {
        Assert.NotEmpty(situation);
        var before = Review.Fold(given);
        Assert.Same(before, Review.Apply(before, late));
    }

    [Fact]
    public void After_an_undo_another_decision_is_taken()
    {
        var review = Review.Fold([Opened(), Approved(), Withdrawn, Rejected("decision-2")]);
        Assert.Equal("decision-2", review.Decision?.Id);
    }
}
