using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>Somebody gives a claim back undecided. Giving back what one does not hold changes nothing.</summary>
public sealed record EndLease(ClaimId Claim, Actor By) : IRequest<Answer<ClaimView>>, IAboutProcess, IAudited
{
    string IAudited.Person => By.Id;

    ProcessId IAboutProcess.About => Claim;
}

sealed class EndLeaseHandler(Journal<ReviewEvent> reviews, LeaseMarks marks, TimeProvider clock) : IRequestHandler<EndLease, Answer<ClaimView>>
{
    public async Task<Answer<ClaimView>> Handle(EndLease asked, CancellationToken cancel)
    {
        var history = await reviews.LoadAsync(asked.Claim.Value, cancel);
        while (true)
        {
            var now = clock.GetUtcNow();
            var review = Review.Fold(history.Events);
            if (review.Opened is null)
                return ErasedArticles.NoClaim(review, asked.Claim);
            if (review.Lease?.By == asked.By.Id && review.Lease.Holds(now))
            {
                var appended = await reviews.AppendAsync(asked.Claim.Value, history, new LeaseEnded(EventId.New(LeaseEnded.Name), now, asked.By.Id), cancel);
                history = appended.History;
                if (!appended.IsWritten) continue;
                review = Review.Fold(history.Events);
            }
            await marks.ShowAsync(history.Events, review, now, cancel);
            return ClaimView.Of(review, asked.By.Id, now);
        }
    }
}
