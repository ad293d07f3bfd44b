using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>Who did what to a claim and when, oldest first, as far as whoever asks may know.</summary>
/// <param name="Viewer">A pseudonym.</param>
public sealed record GetHistory(ClaimId Claim, string Viewer) : IRequest<Answer<ClaimHistory>>, IAboutProcess
{
    ProcessId IAboutProcess.About => Claim;
}

/// <param name="Events">As they stand in the claim's journal.</param>
public sealed record ClaimHistory(ClaimId Claim, ImmutableArray<ReviewEvent> Events);

sealed class GetHistoryHandler(Journal<ReviewEvent> reviews) : IRequestHandler<GetHistory, Answer<ClaimHistory>>
{
    public async Task<Answer<ClaimHistory>> Handle(GetHistory asked, CancellationToken cancel)
    {
        var events = (await reviews.LoadAsync(asked.Claim.Value, cancel)).Events;
        var review = Review.Fold(events);
        return review.Opened is null
            ? ErasedArticles.NoClaim(review, asked.Claim)
            : new ClaimHistory(asked.Claim, [.. events.Where(happened => Visibility.Shows(review, happened, asked.Viewer))]);
    }
}
