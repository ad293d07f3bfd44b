using MediatR;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>One claim as it stands.</summary>
public sealed record GetClaim(ClaimId Claim) : IRequest<Answer<ClaimView>>, IAboutProcess
{
    ProcessId IAboutProcess.About => Claim;
}

sealed class GetClaimHandler(Journal<ReviewEvent> reviews) : IRequestHandler<GetClaim, Answer<ClaimView>>
{
    public async Task<Answer<ClaimView>> Handle(GetClaim asked, CancellationToken cancel)
    {
        var review = Review.Fold((await reviews.LoadAsync(asked.Claim.Value, cancel)).Events);
        return review.Opened is null
            ? new Refusal(RefusalKind.NotFound, "claimNotFound", $"There is no claim {asked.Claim}. GET /api/claims lists those that wait.")
            : ClaimView.Of(review);
    }
}
