using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>One claim as it stands, as far as whoever asks may know.</summary>
/// <param name="Viewer">A pseudonym.</param>
public sealed record GetClaim(ClaimId Claim, string Viewer) : IRequest<Answer<ClaimView>>, IAboutProcess, IAudited
{
    string IAudited.Person => Viewer;

    bool IAudited.IsLook => true;

    ProcessId IAboutProcess.About => Claim;
}

sealed class GetClaimHandler(Journal<ReviewEvent> reviews, TimeProvider clock) : IRequestHandler<GetClaim, Answer<ClaimView>>
{
    public async Task<Answer<ClaimView>> Handle(GetClaim asked, CancellationToken cancel)
    {
        var review = Review.Fold((await reviews.LoadAsync(asked.Claim.Value, cancel)).Events);
        return review.Opened is null
            ? ErasedArticles.NoClaim(review, asked.Claim)
            : ClaimView.Of(review, asked.Viewer, clock.GetUtcNow());
    }
}
