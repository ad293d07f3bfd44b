namespace Verify.Workflow.Reviews;

/// <summary>Between what a reviewer says and what is written of it.</summary>
static class DecisionEvents
{
    /// <param name="secondFor">Why another reviewer must judge too; null where one is enough.</param>
    public static ClaimJudged AsEvent(this Decide asked, DateTimeOffset at, IReadOnlyList<SecondReason>? secondFor) =>
        asked.Judged(at) with { SecondFor = secondFor };

    static ClaimJudged Judged(this Decide asked, DateTimeOffset at) => asked.Judgement switch
    {
        Approve approve => new ClaimApproved(asked.DecisionId, at, asked.By.Id, asked.Shown!, approve.Verdict, approve.Evidence, Blank(approve.Note), approve.AsRead),
        Correct correct => new ClaimCorrected(
            asked.DecisionId, at, asked.By.Id, asked.Shown!, correct.Correction, correct.Verdict, correct.Evidence, Blank(correct.Note), correct.AsRead),
        Reject reject => new ClaimRejected(asked.DecisionId, at, asked.By.Id, asked.Shown!, reject.Reason, Blank(reject.Note)),
        _ => throw new ArgumentException($"No event stands for a {asked.Judgement.GetType().Name}.", nameof(asked)),
    };

    public static Judgement AsJudgement(this ClaimJudged decision) => decision switch
    {
        ClaimApproved approved => new Approve(approved.Verdict, approved.Evidence, approved.Note, approved.AsRead),
        ClaimCorrected corrected => new Correct(corrected.Correction, corrected.Verdict, corrected.Evidence, corrected.Note, corrected.AsRead),
        ClaimRejected rejected => new Reject(rejected.Reason, rejected.Note),
        _ => throw new ArgumentException($"No judgement stands behind a {decision.GetType().Name}.", nameof(decision)),
    };

    internal static string? Blank(string? note) => PlainText.IsBlank(note) ? null : note.Trim();
}
