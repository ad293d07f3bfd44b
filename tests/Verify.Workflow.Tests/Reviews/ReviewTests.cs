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

    static readonly ReviewReminded Reminded = new("reminded", Noon.AddDays(1));
    static readonly ClaimJudged First = Approved() with { SecondFor = [SecondReason.Risk] };
    static readonly DecisionWithdrawn SecondWithdrawn = new("decision-2-withdrawn", Noon.AddMinutes(9), "decision-2", Budi.Id);
    static readonly ReviewersAgreed Agreed = new("compared", Noon.AddMinutes(10));
    static readonly ReviewersDisagreed Differ = new("compared", Noon.AddMinutes(10), ["/verdict"]);
    static readonly ClaimApproved Settled = Approved("decision-3", Noon.AddMinutes(20)) with { By = Dewi.Id };
    static readonly DecisionWithdrawn Unsettled = new("decision-3-withdrawn", Noon.AddMinutes(20), "decision-3", Dewi.Id);
    static readonly ClaimLeased Leased = new("leased-1", Noon, Ani.Id, Noon.AddMinutes(10));

    static ReviewOpened Remembered() => Opened() with { Rules = Rules with { RemindAfter = TimeSpan.FromDays(1) } };

    static ClaimApproved Second(int rating) => Approved("decision-2", Noon.AddMinutes(9)) with { By = Budi.Id, Verdict = new(rating) };

    public static TheoryData<string, ReviewEvent[], TimeSpan, Step> Cases => new()
    {
        { "opened: waits for the reminder", [Remembered()], TimeSpan.Zero, new Step.Wait(Noon.AddDays(1)) },
        { "reminds on time", [Remembered()], TimeSpan.FromDays(1), new Step.Do(new RemindReviewers()) },
        { "reminded: waits for the escalation", [Remembered(), Reminded], TimeSpan.FromDays(1), new Step.Wait(Noon.AddDays(2)) },
        { "escalates even if nobody was there to remind", [Remembered()], TimeSpan.FromDays(2), new Step.Do(new EscalateReview()) },
        { "escalated: no reminder any more", [Remembered(), Escalated], TimeSpan.FromDays(3), new Step.Wait(Noon.AddDays(14)) },
        { "one of two decisions: the deadlines stay", [Remembered(), First], TimeSpan.FromMinutes(5), new Step.Wait(Noon.AddDays(1)) },
        { "one of two decisions: reminds", [Remembered(), First], TimeSpan.FromDays(1), new Step.Do(new RemindReviewers()) },
        { "one of two decisions: expires", [Remembered(), First], TimeSpan.FromDays(14), new Step.Do(new ExpireReview()) },
        { "both decided: waits for the undo window", [Opened(), First, Second(4)], TimeSpan.FromMinutes(9), new Step.Wait(Noon.AddMinutes(9).AddSeconds(10)) },
        { "both decided and final: compares", [Opened(), First, Second(4)], TimeSpan.FromMinutes(10), new Step.Do(new CompareDecisions()) },
        { "both decided at the last moment: no expiry", [Opened(), First, Second(4)], TimeSpan.FromDays(15), new Step.Do(new CompareDecisions()) },
        { "agreed: sealed", [Opened(), First, Second(4), Agreed], TimeSpan.FromMinutes(10), new Step.Do(new SealPublication()) },
        { "differ: the ladder begins anew", [Remembered(), First, Second(1), Differ], TimeSpan.FromMinutes(10), new Step.Wait(Differ.At.AddDays(1)) },
        { "differ: editors are reminded", [Remembered(), Reminded, First, Second(1), Differ], TimeSpan.FromDays(2), new Step.Do(new RemindReviewers()) },
        { "differ: expires", [Opened(), First, Second(1), Differ], TimeSpan.FromDays(15), new Step.Do(new ExpireReview()) },
        { "an editor decided: waits for the undo window", [Opened(), First, Second(1), Differ, Settled], TimeSpan.FromMinutes(20), new Step.Wait(Noon.AddMinutes(20).AddSeconds(10)) },
        { "an editor decided: sealed", [Opened(), First, Second(1), Differ, Settled], TimeSpan.FromMinutes(21), new Step.Do(new SealPublication()) },
        { "an editor rejected", [Opened(), First, Second(1), Differ, Rejected("decision-3") with { At = Noon.AddMinutes(20), By = Dewi.Id }], TimeSpan.FromMinutes(21), new Step.Do(new SealRejection()) },
        { "an editor took it back", [Opened(), First, Second(1), Differ, Settled, Unsettled], TimeSpan.FromMinutes(21), new Step.Wait(Differ.At.AddDays(2)) },
        { "the second took it back", [Opened(), First, Second(4), SecondWithdrawn], TimeSpan.FromMinutes(21), new Step.Wait(Noon.AddDays(2)) },
        { "the first took it back: the second needs none", [Opened(), First, Second(4), Withdrawn], TimeSpan.FromMinutes(21), new Step.Do(new SealPublication()) },
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
        { "the first reviewer once more", [Opened(), First], Approved("decision-2") },
        { "a third decision", [Opened(), First, Second(4)], Approved("decision-3") with { By = Citra.Id } },
        { "the first taken back after the comparison", [Opened(), First, Second(4), Agreed], Withdrawn },
        { "compared again", [Opened(), First, Second(4), Agreed], Differ },
        { "a comparison of one", [Opened(), First], Agreed },
        { "a seal on one of two decisions", [Opened(), First], Sealed },
        { "a seal on two that differ", [Opened(), First, Second(1), Differ], Sealed },
        { "one of the two who differ decides", [Opened(), First, Second(1), Differ], Approved("decision-3") },
        { "a lease on what is decided", [Opened(), Approved()], Leased },
        { "the end of somebody else's lease", [Opened(), Leased], new LeaseEnded("leaseEnded-2", Noon, Budi.Id) },
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
        Assert.Equal("decision-2", review.Final?.Id);
    }
}
