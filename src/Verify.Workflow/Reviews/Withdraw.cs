using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>A reviewer takes a decision back, or an editor the correction or retraction of a record. The same withdrawal sent again is the same withdrawal.</summary>
public sealed record Withdraw(ClaimId Claim, string DecisionId, Actor By) : IRequest<Answer<ClaimView>>, IAboutProcess, IAudited
{
    string IAudited.Person => By.Id;

    ProcessId IAboutProcess.About => Claim;
}

sealed class WithdrawHandler(Journal<ReviewEvent> reviews, ReviewQueue queue, StateMarks states, TimeProvider clock)
    : IRequestHandler<Withdraw, Answer<ClaimView>>
{
    public async Task<Answer<ClaimView>> Handle(Withdraw asked, CancellationToken cancel)
    {
        while (true)
        {
            var history = await reviews.LoadAsync(asked.Claim.Value, cancel);
            var review = Review.Fold(history.Events);
            var now = clock.GetUtcNow();
            if (Refuse(review, asked, history, now) is { } refusal) return refusal;
            if (!review.Withdrawn.Contains(asked.DecisionId))
            {
                var taken = new DecisionWithdrawn($"{asked.DecisionId}-withdrawn", now, asked.DecisionId, asked.By.Id);
                var appended = await reviews.AppendAsync(asked.Claim.Value, history, taken, cancel);
                if (!appended.IsWritten) continue;
                history = appended.History;
                review = Review.Fold(history.Events);
                if (!review.Withdrawn.Contains(asked.DecisionId)) continue;
            }
            await queue.ShowAsync(review, cancel); // its deadlines are marked since it was opened; a crash before this line leaves the mark of the undo window
            await states.ShowAsync(history.Events, review, cancel);
            return ClaimView.Of(review, asked.By.Id, now);
        }
    }

    static Refusal? Refuse(Review review, Withdraw asked, History<ReviewEvent> history, DateTimeOffset now)
    {
        if (!asked.By.MayDecide)
            return new(RefusalKind.Forbidden, "roleMayNotDecide", $"A {asked.By.Role.ToCamelCase()} may not take a decision back.");
        if (review.Opened is null)
            return ErasedArticles.NoClaim(review, asked.Claim);
        if (history.Events.OfType<RecordRevised>().FirstOrDefault(revision => revision.Id == asked.DecisionId) is { } revised)
            return RefuseRevision(review, asked, revised, now);
        var made = history.Events.OfType<ClaimJudged>().FirstOrDefault(decision => decision.Id == asked.DecisionId);
        if (made is null || !Visibility.Shows(review, made, asked.By.Id))
            return new(RefusalKind.NotFound, "decisionNotFound", $"Claim {asked.Claim} has no decision {asked.DecisionId}.");
        if (made.By != asked.By.Id)
            return new(RefusalKind.Forbidden, "notYourDecision", "Only who made a decision can take it back.");
        if (review.Withdrawn.Contains(asked.DecisionId)) return null;
        if (review.Lapsed.Contains(asked.DecisionId))
            return new(RefusalKind.Conflict, "decisionLapsed", "The decision was made on an earlier reading and does not count any more.", Current: ClaimView.Of(review, asked.By.Id, now));
        return review.Sealed is not null || review.Outcome is not null || review.Withdrawable(made.Id) is null || now >= review.UndoUntilOf(made)
            ? new(RefusalKind.Conflict, "undoTooLate", "The decision is final: its time to be taken back has passed.", Current: ClaimView.Of(review, asked.By.Id, now))
            : null;
    }

    static Refusal? RefuseRevision(Review review, Withdraw asked, RecordRevised made, DateTimeOffset now)
    {
        if (made.By != asked.By.Id)
            return new(RefusalKind.Forbidden, "notYourDecision", "Only who corrected or retracted a record can take that back.");
        if (review.Withdrawn.Contains(made.Id)) return null;
        return review.Revising is { Sealed: null } last && last.Asked.Id == made.Id && now < review.UndoUntilOf(made)
            ? null
            : new(RefusalKind.Conflict, "undoTooLate", "It is final: its time to be taken back has passed. Correct or retract the record that stands now.", Current: ClaimView.Of(review, asked.By.Id, now));
    }
}
