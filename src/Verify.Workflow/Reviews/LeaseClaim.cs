using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>Somebody begins to work on a claim, or goes on with it.</summary>
/// <param name="Note">Why it is taken over from who works on it; null to take it only where nobody does.</param>
public sealed record LeaseClaim(ClaimId Claim, Actor By, string? Note = null) : IRequest<Answer<ClaimView>>, IAboutProcess, IAudited
{
    string IAudited.Person => By.Id;

    ProcessId IAboutProcess.About => Claim;
}

sealed class LeaseClaimHandler(Journal<ReviewEvent> reviews, LeaseMarks marks, WorkflowOptions options, TimeProvider clock)
    : IRequestHandler<LeaseClaim, Answer<ClaimView>>
{
    const int LongestNote = 500;

    public async Task<Answer<ClaimView>> Handle(LeaseClaim asked, CancellationToken cancel)
    {
        var history = await reviews.LoadAsync(asked.Claim.Value, cancel);
        while (true)
        {
            var now = clock.GetUtcNow();
            var review = Review.Fold(history.Events);
            if (Refuse(review, asked, now) is { } refusal) return refusal;
            if (!IsFresh(review.Lease, asked.By.Id, now))
            {
                var from = review.Lease is { } other && other.KeepsOut(asked.By.Id, now) ? other.By : null;
                var leased = new ClaimLeased(EventId.New("leased"), now, asked.By.Id, now + options.LeaseFor, from is null ? null : asked.Note!.Trim(), from);
                var appended = await reviews.AppendAsync(asked.Claim.Value, history, leased, cancel);
                history = appended.History;
                review = Review.Fold(history.Events);
                // Of two at the same place only one stands, also where the store answered both with the same id.
                if (!appended.IsWritten || review.Lease?.By != asked.By.Id) continue;
            }
            await marks.ShowAsync(history.Events, review, now, cancel);
            return ClaimView.Of(review, asked.By.Id, now);
        }
    }

    // A page that stays open asks again and again: only every other time it would make an event.
    bool IsFresh(Lease? lease, string reviewer, DateTimeOffset now) => lease?.By == reviewer && lease.Until - now > options.LeaseFor / 2;

    static Refusal? Refuse(Review review, LeaseClaim asked, DateTimeOffset now)
    {
        if (!asked.By.MayDecide)
            return new(RefusalKind.Forbidden, "roleMayNotDecide", $"A {asked.By.Role.ToCamelCase()} may not work on claims. Sign in as a reviewer or an editor.");
        if (review.Opened is null)
            return ErasedArticles.NoClaim(review, asked.Claim);
        if (PlainText.Refuse(asked.Note, LongestNote, "/note") is { } wrong)
            return wrong;
        if (review.Outcome is { } outcome)
            return Conflict("claimClosed", $"The review of this claim has ended: {outcome.ToCamelCase()}.");
        if (Turns.Refuse(review, asked.By) is { } why)
            return Conflict(why.Code, why.Message);
        return review.Lease is { } lease && lease.KeepsOut(asked.By.Id, now) && PlainText.IsBlank(asked.Note)
            ? Conflict("claimLeased", Turns.Leased(lease))
            : null;

        Refusal Conflict(string code, string message) => new(RefusalKind.Conflict, code, message, Current: ClaimView.Of(review, asked.By.Id, now));
    }
}
