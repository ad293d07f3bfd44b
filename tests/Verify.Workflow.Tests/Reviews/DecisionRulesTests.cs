using Verify.Claims.Quantities;
using Verify.Workflow.Reviews;
using static Verify.Testing.Workflow.Sample;

namespace Verify.Workflow.Tests.Reviews;

/// <summary>One defined answer for every decision.</summary>
public sealed class DecisionRulesTests
{
    static readonly PublicationSealed Sealed = new("publicationSealed", Noon.AddMinutes(6), "record-1");
    static readonly DecisionWithdrawn Withdrawn = new("decision-1-withdrawn", Noon.AddMinutes(5), "decision-1", Ani.Id);

    static readonly ClaimJudged First = Approved() with { SecondFor = [SecondReason.Risk] };
    static readonly ReviewersAgreed Agreed = new("compared", Noon.AddMinutes(6));
    static readonly ReviewersDisagreed Differ = new("compared", Noon.AddMinutes(6), ["/verdict"]);
    static readonly ClaimLeased Leased = new("leased-1", Noon.AddMinutes(1), Ani.Id, Noon.AddMinutes(11));

    static ClaimApproved SecondSays(int rating) => Approved("decision-2") with { By = Budi.Id, Verdict = new(rating) };

    static Decide Asked(Judgement? judgement = null, string id = "decision-1", Actor? by = null, string? shown = "etag-1") =>
        new(Claim, id, by ?? Ani, shown, judgement ?? Approve());

    static Decide Corrects(Correction correction) => Asked(new Correct(correction, new Verdict(4)));

    public static TheoryData<string, ReviewEvent[], Decide, RefusalKind?, string?, string?> Cases => new()
    {
        { "the first decision", [Opened()], Asked(), null, null, null },
        { "a submitter", [Opened()], Asked(by: new("s-1", Role.Submitter)), RefusalKind.Forbidden, "roleMayNotDecide", null },
        { "an operator", [Opened()], Asked(by: new("o-1", Role.Operator)), RefusalKind.Forbidden, "roleMayNotDecide", null },
        { "an editor", [Opened()], Asked(by: new("e-1", Role.Editor)), null, null, null },
        { "no such claim", [], Asked(), RefusalKind.NotFound, "claimNotFound", null },
        { "a short decision id", [Opened()], Asked(id: "1"), RefusalKind.Invalid, "decisionIdInvalid", "/id" },
        { "a decision id with a slash", [Opened()], Asked(id: "decision/1"), RefusalKind.Invalid, "decisionIdInvalid", "/id" },
        { "what was shown is not named", [Opened()], Asked(shown: null), RefusalKind.ShownMissing, "shownMissing", null },
        { "something else was shown", [Opened()], Asked(shown: "etag-0"), RefusalKind.Stale, "claimChanged", null },
        { "the same decision again", [Opened(), Approved()], Asked(), null, null, null },
        { "the same decision again, after its publication", [Opened(), Approved(), Sealed], Asked(), null, null, null },
        { "the same id with another verdict", [Opened(), Approved()], Asked(Approve(rating: 1)), RefusalKind.Conflict, "decisionIdUsed", null },
        { "the same id from somebody else", [Opened(), Approved()], Asked(by: Budi), RefusalKind.Conflict, "decisionIdUsed", null },
        { "a second decision", [Opened(), Approved()], Asked(id: "decision-2", by: Budi), RefusalKind.Conflict, "alreadyDecided", null },
        { "a decision that was taken back", [Opened(), Approved(), Withdrawn], Asked(), RefusalKind.Conflict, "decisionWithdrawn", null },
        { "a new decision after an undo", [Opened(), Approved(), Withdrawn], Asked(id: "decision-2"), null, null, null },
        { "after the expiry", [Opened(), new ReviewExpired("expired", Noon)], Asked(), RefusalKind.Conflict, "claimClosed", null },
        { "a second reviewer", [Opened(), First], Asked(id: "decision-2", by: Budi), null, null, null },
        { "a second reviewer who was shown something else", [Opened(), First], Asked(id: "decision-2", by: Budi, shown: "etag-0"), RefusalKind.Stale, "claimChanged", null },
        { "the first reviewer once more", [Opened(), First], Asked(id: "decision-2"), RefusalKind.Conflict, "anotherReviewerDecides", null },
        { "the first decision again", [Opened(), First], Asked(), null, null, null },
        { "the first decision's id from the second reviewer", [Opened(), First], Asked(by: Budi), RefusalKind.Conflict, "decisionIdUsed", null },
        { "the first decision again, beside a second", [Opened(), First, SecondSays(4)], Asked(), null, null, null },
        { "a third reviewer", [Opened(), First, SecondSays(4)], Asked(id: "decision-3", by: Citra), RefusalKind.Conflict, "alreadyDecided", null },
        { "a third reviewer after an agreement", [Opened(), First, SecondSays(4), Agreed], Asked(id: "decision-3", by: Citra), RefusalKind.Conflict, "alreadyDecided", null },
        { "a third reviewer after a disagreement", [Opened(), First, SecondSays(1), Differ], Asked(id: "decision-3", by: Citra), RefusalKind.Conflict, "editorDecides", null },
        { "an editor after a disagreement", [Opened(), First, SecondSays(1), Differ], Asked(id: "decision-3", by: Dewi), null, null, null },
        { "an editor who was one of the two", [Opened(), First, SecondSays(1) with { By = Dewi.Id }, Differ], Asked(id: "decision-3", by: Dewi), RefusalKind.Conflict, "anotherEditorDecides", null },
        { "a second editor", [Opened(), First, SecondSays(1), Differ, Approved("decision-3") with { By = Dewi.Id }], Asked(id: "decision-4", by: new("e-2", Role.Editor)), RefusalKind.Conflict, "alreadyDecided", null },
        { "a reviewer in place of one who took the first decision back", [Opened(), First, Withdrawn], Asked(id: "decision-2", by: Budi), null, null, null },
        { "a claim that somebody else works on", [Opened(), Leased], Asked(by: Budi), RefusalKind.Conflict, "claimLeased", null },
        { "a claim that somebody else worked on", [Opened(), Leased with { Until = Noon.AddMinutes(7) }], Asked(by: Budi), null, null, null },
        { "a claim that one works on oneself", [Opened(), Leased], Asked(), null, null, null },
        { "a claim that was taken over", [Opened(), Leased, new ClaimLeased("leased-2", Noon.AddMinutes(2), Budi.Id, Noon.AddHours(1), "Urgent", Ani.Id)], Asked(), RefusalKind.Conflict, "claimLeased", null },
        { "a verdict of 0", [Opened()], Asked(Approve(rating: 0)), RefusalKind.Invalid, "verdictOutOfRange", "/verdict/rating" },
        { "a verdict of 6", [Opened()], Asked(Approve(rating: 6)), RefusalKind.Invalid, "verdictOutOfRange", "/verdict/rating" },
        { "evidence that is no address", [Opened()], Asked(new Approve(new Verdict(3), [new("https://example.org"), new("javascript:alert(1)")])), RefusalKind.Invalid, "evidenceUrlInvalid", "/evidence/1/url" },
        { "evidence that is null", [Opened()], Asked(new Approve(new Verdict(3), [null!])), RefusalKind.Invalid, "evidenceUrlInvalid", "/evidence/0/url" },
        { "evidence behind a user name", [Opened()], Asked(new Approve(new Verdict(3), [new("https://news.example@evil.example/x")])), RefusalKind.Invalid, "evidenceUrlInvalid", "/evidence/0/url" },
        { "evidence with a line break", [Opened()], Asked(new Approve(new Verdict(3), [new("https://example.org/\n<b>")])), RefusalKind.Invalid, "evidenceUrlInvalid", "/evidence/0/url" },
        { "a note with a NUL", [Opened()], Asked(Approve(note: "a\0b")), RefusalKind.Invalid, "notText", "/note" },
        { "a note with half a surrogate pair", [Opened()], Asked(Approve(note: "a\ud800b")), RefusalKind.Invalid, "notText", "/note" },
        { "a note with line breaks and an emoji", [Opened()], Asked(Approve(note: "a\r\n\tb 😀")), null, null, null },
        { "a label that turns the writing round", [Opened()], Asked(new Approve(new Verdict(3, "\u202Eeslaf"))), RefusalKind.Invalid, "notText", "/verdict/label" },
        { "an id that the desk gives itself", [Opened()], Asked(id: "compared"), RefusalKind.Invalid, "decisionIdInvalid", "/id" },
        { "an id as of a record's publication", [Opened()], Asked(id: "recordPublished-2"), RefusalKind.Invalid, "decisionIdInvalid", "/id" },
        { "an id as of a withdrawal", [Opened()], Asked(id: "decision-1-withdrawn"), RefusalKind.Invalid, "decisionIdInvalid", "/id" },
        { "rejected for another reason with a note that nobody sees", [Opened()], Asked(new Reject(RejectionReason.Other, "\u200B\u2060")), RefusalKind.Invalid, "noteMissing", "/note" },
        { "a note of 4,001 characters", [Opened()], Asked(Approve(note: new string('x', 4_001))), RefusalKind.Invalid, "tooLong", "/note" },
        { "rejected for another reason without a note", [Opened()], Asked(new Reject(RejectionReason.Other, " ")), RefusalKind.Invalid, "noteMissing", "/note" },
        { "rejected for a listed reason", [Opened()], Asked(new Reject(RejectionReason.Duplicate)), null, null, null },
        { "a correction that corrects nothing", [Opened()], Corrects(new(Value: 40.0m)), RefusalKind.Invalid, "nothingCorrected", "/correction" },
        { "a correction of the value", [Opened()], Corrects(new(Value: 41)), null, null, null },
        { "a correction that takes the speaker away", [Opened()], Corrects(new(Speaker: "")), null, null, null },
        { "a correction of a figure that is not there", [Opened()], Corrects(new(Quantity: 1, Value: 1)), RefusalKind.Invalid, "quantityUnknown", "/correction/quantity" },
        { "a range without its upper end", [Opened()], Corrects(new(Relation: Relation.Range)), RefusalKind.Invalid, "upperMissing", "/correction/upper" },
        { "an upper end without a range", [Opened()], Corrects(new(Upper: 50)), RefusalKind.Invalid, "upperWithoutRange", "/correction/upper" },
        { "a range the wrong way round", [Opened()], Corrects(new(Relation: Relation.Range, Upper: 30)), RefusalKind.Invalid, "rangeReversed", "/correction/upper" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Every_decision_has_one_answer(string situation, ReviewEvent[] given, Decide asked, RefusalKind? kind, string? code, string? field)
    {
        Assert.NotEmpty(situation);
        var refusal = DecisionRules.Refuse(Review.Fold(given), asked, Noon.AddMinutes(7));
        Assert.Equal((kind, code, field), (refusal?.Kind, refusal?.Code, refusal?.Field));
    }

    [Fact]
    public void A_conflict_shows_how_the_claim_stands_now()
    {
        var refusal = DecisionRules.Refuse(Review.Fold([Opened(), Approved()]), Asked(id: "decision-2", by: Budi), Noon.AddMinutes(7));
        Assert.Equal(ClaimState.Decided, Assert.IsType<ClaimView>(refusal?.Current).State);
    }
}
