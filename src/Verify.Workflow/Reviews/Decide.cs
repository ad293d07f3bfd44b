using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>A reviewer judges a claim.</summary>
/// <param name="DecisionId">Chosen by the sender, 8 to 64 letters, digits and hyphens: the same decision sent again is the same decision.</param>
/// <param name="Shown">The ETag of what the reviewer was shown; null is refused.</param>
public sealed record Decide(ClaimId Claim, string DecisionId, Actor By, string? Shown, Judgement Judgement) : IRequest<Answer<ClaimView>>, IAboutProcess, IAudited
{
    string IAudited.Person => By.Id;

    ProcessId IAboutProcess.About => Claim;
}

sealed class DecideHandler(
    Journal<ReviewEvent> reviews, DueMarks due, ReviewQueue queue, LeaseMarks leases, StateMarks states, AgreementHistory agreements, IWakeUps driver, TimeProvider clock)
    : IRequestHandler<Decide, Answer<ClaimView>>
{
    public async Task<Answer<ClaimView>> Handle(Decide asked, CancellationToken cancel)
    {
        var history = await reviews.LoadAsync(asked.Claim.Value, cancel);
        while (true)
        {
            var now = clock.GetUtcNow();
            var review = Review.Fold(history.Events);
            if (DecisionRules.Refuse(review, asked, now) is { } refusal) return refusal;

            if (!Stands(review, asked))
            {
                var secondFor = await SecondReview.ReasonsAsync(review.Opened!, asked.Judgement, () => agreements.IsLowAsync(asked.By.Id, cancel));
                // Marked first: a crash after the append then costs the undo window, not the days until the escalation.
                await due.MarkAsync(asked.Claim, now + review.Opened!.Rules.UndoWindow, cancel);
                var appended = await reviews.AppendAsync(asked.Claim.Value, history, asked.AsEvent(now, secondFor), cancel);
                history = appended.History;
                if (!appended.IsWritten) continue;
                review = Review.Fold(history.Events);
                // The store may have answered with a twin of this request that won the race: judge again.
                if (!Stands(review, asked) || DecisionRules.Refuse(review, asked, now) is not null) continue;
                DeskMetrics.Decided(review);
            }
            // Nothing else is due before the undo window ends. Without one, what follows takes the claim out of the queue.
            if (review.UndoUntil > now)
            {
                await queue.ShowAsync(review, cancel);
                await states.ShowAsync(history.Events, review, cancel);
            }
            await leases.ShowAsync(history.Events, review, now, cancel);
            await driver.WakeAsync(asked.Claim, review.UndoUntil, cancel);
            return ClaimView.Of(review, asked.By.Id, now);
        }
    }

    static bool Stands(Review review, Decide asked) => review.Decisions.Any(decision => decision.Id == asked.DecisionId);
}
