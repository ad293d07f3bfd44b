using Verify.Workflow.Records;
using Verify.Workflow.Reviews;
using static Verify.Testing.Workflow.Sample;
using static Verify.Workflow.Tests.Revisions.Chain;

namespace Verify.Workflow.Tests.Revisions;

/// <summary>One defined answer for every correction and retraction.</summary>
public sealed class RevisionRulesTests
{
    static readonly ReviewEvent[] Retraction = [Retracted(), Sealed(2), IsPublished(2), Told(2)];

    static ReviseRecord Asked(Judgement? judgement = null, string id = "correction-1", string record = "record-1", Actor? by = null, string? reason = "It was wrong.") =>
        new(Claim, record, id, by ?? Dewi, reason, judgement ?? new Correct(new(Value: 41), new Verdict(2), [new("https://example.org/table")]));

    static ReviseRecord Retracts(string id = "retraction-1", string record = "record-1", string? reason = "It was wrong.") => new(Claim, record, id, Dewi, reason);

    public static TheoryData<string, ReviewEvent[], ReviseRecord, RefusalKind?, string?, string?> Cases => new()
    {
        { "a correction", [.. Published], Asked(), null, null, null },
        { "another verdict", [.. Published], Asked(Approve(2)), null, null, null },
        { "a retraction", [.. Published], Retracts(), null, null, null },
        { "a reviewer", [.. Published], Asked(by: Ani), RefusalKind.Forbidden, "roleMayNotRevise", null },
        { "an operator", [.. Published], Asked(by: new("o-1", Role.Operator)), RefusalKind.Forbidden, "roleMayNotRevise", null },
        { "no such claim", [], Asked(), RefusalKind.NotFound, "claimNotFound", null },
        { "an erased claim without a record", [new ReviewErased("erased", Noon, Claim, ReviewOutcome.Rejected)], Asked(), RefusalKind.Gone, "articleErased", null },
        { "a short id", [.. Published], Asked(id: "1"), RefusalKind.Invalid, "revisionIdInvalid", "/id" },
        { "a decision's id", [.. Published], Asked(id: "decision-1"), RefusalKind.Conflict, "revisionIdUsed", null },
        { "an id of the desk's own", [.. Published], Asked(id: "articleTold-1"), RefusalKind.Invalid, "revisionIdInvalid", "/id" },
        { "an open claim", [Opened()], Asked(), RefusalKind.Conflict, "notPublished", null },
        { "a claim that is being published", [Opened(), Approved(), Sealed(1)], Asked(), RefusalKind.Conflict, "notPublished", null },
        { "a rejected claim", [Opened(), Rejected(), new RejectionSealed("rejectionSealed", Noon)], Asked(), RefusalKind.Conflict, "notPublished", null },
        { "an expired claim", [Opened(), new ReviewExpired("expired", Noon)], Asked(), RefusalKind.Conflict, "notPublished", null },
        { "before the article knows of the record", [.. Published[..^1]], Asked(), RefusalKind.Conflict, "revisionUnderWay", null },
        { "a record that no journal tells of", [.. Published], Asked(record: "record-9"), RefusalKind.Conflict, "recordUnknown", null },
        { "the same correction again", [.. Published, Corrected()], Asked(), null, null, null },
        { "the same correction again, after its publication", [.. Published, .. Correction(2)], Asked(), null, null, null },
        { "the same correction again, after another", [.. Published, .. Correction(2), .. Correction(3)], Asked(), null, null, null },
        { "the same id with another verdict", [.. Published, Corrected()], Asked(Approve(1)), RefusalKind.Conflict, "revisionIdUsed", null },
        { "the same id with another reason", [.. Published, Corrected()], Asked(reason: "Because."), RefusalKind.Conflict, "revisionIdUsed", null },
        { "the same id from another editor", [.. Published, Corrected()], Asked(by: new("e-2", Role.Editor)), RefusalKind.Conflict, "revisionIdUsed", null },
        { "the same id as a retraction", [.. Published, Corrected()], Retracts("correction-1"), RefusalKind.Conflict, "revisionIdUsed", null },
        { "one that was taken back", [.. Published, Corrected(), TakenBack], Asked(), RefusalKind.Conflict, "revisionWithdrawn", null },
        { "a new one after that", [.. Published, Corrected(), TakenBack], Asked(id: "correction-2"), null, null, null },
        { "another while one waits", [.. Published, Corrected()], Retracts(), RefusalKind.Conflict, "revisionUnderWay", null },
        { "another while one is sealed", [.. Published, Corrected(), Sealed(2)], Retracts(), RefusalKind.Conflict, "revisionUnderWay", null },
        { "of the record before", [.. Published, .. Correction(2)], Asked(id: "correction-9"), RefusalKind.Stale, "recordSuperseded", null },
        { "of the record before, while another waits", [.. Published, .. Correction(2), Corrected("correction-2", "record-2")], Asked(id: "correction-9"), RefusalKind.Stale, "recordSuperseded", null },
        { "of the latest", [.. Published, .. Correction(2)], Asked(Approve(1), id: "correction-9", record: "record-2"), null, null, null },
        { "of a retracted record", [.. Published, .. Retraction], Asked(), RefusalKind.Stale, "recordSuperseded", null },
        { "of a retraction", [.. Published, .. Retraction], Asked(record: "record-2"), RefusalKind.Conflict, "recordRetracted", null },
        { "a retraction of a retraction", [.. Published, .. Retraction], Retracts("retraction-2", "record-2"), RefusalKind.Conflict, "recordRetracted", null },
        { "no reason", [.. Published], Asked(reason: null), RefusalKind.Invalid, "reasonMissing", "/reason" },
        { "a reason that nobody sees", [.. Published], Retracts(reason: " \u200B\u2060"), RefusalKind.Invalid, "reasonMissing", "/reason" },
        { "a blank reason", [.. Published], Retracts(reason: " \n"), RefusalKind.Invalid, "reasonMissing", "/reason" },
        { "a reason of 1,001 characters", [.. Published], Retracts(reason: new string('x', 1_001)), RefusalKind.Invalid, "tooLong", "/reason" },
        { "a reason that turns the writing round", [.. Published], Retracts(reason: "\u202Egnorw"), RefusalKind.Invalid, "notText", "/reason" },
        { "a rejection", [.. Published], Asked(new Reject(RejectionReason.NotAClaim)), RefusalKind.Invalid, "correctionRejects", "/judgement" },
        { "a verdict of 6", [.. Published], Asked(Approve(6)), RefusalKind.Invalid, "verdictOutOfRange", "/verdict/rating" },
        { "evidence that is no address", [.. Published], Asked(new Approve(new Verdict(3), [new("javascript:alert(1)")])), RefusalKind.Invalid, "evidenceUrlInvalid", "/evidence/0/url" },
        { "a correction of a figure that is not there", [.. Published], Asked(new Correct(new(Quantity: 1, Value: 1), new Verdict(3))), RefusalKind.Invalid, "quantityUnknown", "/correction/quantity" },
        { "what the record says already", [.. Published], Asked(Approve()), RefusalKind.Invalid, "nothingRevised", "" },
        { "what the record says already, in other words for the verdict", [.. Published], Asked(new Approve(new Verdict(4, "Mostly true"), [new("https://example.org/report")])), RefusalKind.Invalid, "nothingRevised", "" },
        { "other evidence alone", [.. Published], Asked(new Approve(new Verdict(4), [new("https://example.org/other")])), null, null, null },
        { "a note alone", [.. Published], Asked(Approve(note: "Asked again.")), null, null, null },
        { "what a correction says already", [.. Published, .. Correction(2)], Asked(id: "correction-9", record: "record-2"), RefusalKind.Invalid, "nothingRevised", "" },
        { "what the first said, after a correction", [.. Published, .. Correction(2)], Asked(Approve(), id: "correction-9", record: "record-2"), null, null, null },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Every_correction_and_retraction_has_one_answer(string situation, ReviewEvent[] given, ReviseRecord asked, RefusalKind? kind, string? code, string? field)
    {
        Assert.NotEmpty(situation);
        var refusal = Refuse(given, asked);
        Assert.Equal((kind, code, field), (refusal?.Kind, refusal?.Code, refusal?.Field));
        if (refusal is not null) Assert.EndsWith(".", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_a_superseded_record_names_the_latest_and_its_place()
    {
        var refusal = Refuse([.. Published, .. Correction(2)], Asked(id: "correction-9"))!;
        Assert.Contains(RecordStore.NameOf(Sealed(2).At, "record-2"), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("/api/records/record-2", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("record-2", Assert.IsType<ClaimView>(refusal.Current).RecordId);
    }

    [Fact]
    public void A_conflict_shows_how_the_record_stands_now()
    {
        var view = Assert.IsType<ClaimView>(Refuse([.. Published, Corrected()], Retracts())?.Current);
        var revision = Assert.Single(view.Revisions!);
        Assert.Equal((RevisionKind.Correction, "correction-1", null), (revision.Kind, revision.Id, revision.NewRecord));
        Assert.Equal(41, Assert.IsType<Correct>(revision.Judgement).Correction.Value);
    }

    static Refusal? Refuse(ReviewEvent[] given, ReviseRecord asked) => RevisionRules.Refuse(Review.Fold(given), [.. given], asked, Noon.AddHours(2));
}
