using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>An editor corrects or retracts a record that was published. It can be taken back as a decision can (<see cref="Withdraw"/>); then another record takes its place.</summary>
/// <param name="Record">What the editor saw: refused unless it is the latest of its chain.</param>
/// <param name="RevisionId">Chosen by the sender, 8 to 64 letters, digits and hyphens: the same one sent again is the same one.</param>
/// <param name="Reason">Is published.</param>
/// <param name="Judgement">The claim judged anew, as a whole; null retracts.</param>
public sealed record ReviseRecord(ClaimId Claim, string Record, string RevisionId, Actor By, string? Reason, Judgement? Judgement = null)
    : IRequest<Answer<ClaimView>>, IAboutProcess, IAudited
{
    string IAudited.Person => By.Id;

    ProcessId IAboutProcess.About => Claim;

    /// <exception cref="ArgumentException">No record comes of this judgement.</exception>
    internal RecordRevised AsEvent(DateTimeOffset at) => Judgement switch
    {
        null => new RecordRetracted(RevisionId, at, By.Id, Record, Reason!.Trim()),
        Approve approve => new RecordCorrected(
            RevisionId, at, By.Id, Record, Reason!.Trim(), approve.Verdict, approve.Evidence, DecisionEvents.Blank(approve.Note), null, approve.AsRead),
        Correct correct => new RecordCorrected(
            RevisionId, at, By.Id, Record, Reason!.Trim(), correct.Verdict, correct.Evidence, DecisionEvents.Blank(correct.Note), correct.Correction, correct.AsRead),
        _ => throw new ArgumentException($"No correction stands for a {Judgement.GetType().Name}."),
    };
}

sealed class ReviseRecordHandler(Journal<ReviewEvent> reviews, DueMarks due, IWakeUps driver, TimeProvider clock) : IRequestHandler<ReviseRecord, Answer<ClaimView>>
{
    public async Task<Answer<ClaimView>> Handle(ReviseRecord asked, CancellationToken cancel)
    {
        var history = await reviews.LoadAsync(asked.Claim.Value, cancel);
        while (true)
        {
            var now = clock.GetUtcNow();
            var review = Review.Fold(history.Events);
            if (RevisionRules.Refuse(review, history.Events, asked, now) is { } refusal) return refusal;

            if (RevisionRules.Made(review, asked) is null)
            {
                // Marked first: nothing else would bring the process back, whose review has ended.
                await due.MarkAsync(asked.Claim, now + review.Opened!.Rules.UndoWindow, cancel);
                var appended = await reviews.AppendAsync(asked.Claim.Value, history, asked.AsEvent(now), cancel);
                history = appended.History;
                if (!appended.IsWritten) continue;
                review = Review.Fold(history.Events);
                // The store may have answered with a twin of this request that won the race: judge again.
                if (RevisionRules.Refuse(review, history.Events, asked, now) is not null) continue;
            }
            await driver.WakeAsync(asked.Claim, RevisionRules.Made(review, asked) is { } made ? review.UndoUntilOf(made) : null, cancel);
            return ClaimView.Of(review, asked.By.Id, now);
        }
    }
}
