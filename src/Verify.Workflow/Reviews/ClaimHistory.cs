using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>Who did what to a claim and when, oldest first, as far as whoever asks may know.</summary>
/// <param name="Viewer">A pseudonym.</param>
public sealed record GetHistory(ClaimId Claim, string Viewer) : IRequest<Answer<ClaimHistory>>, IAboutProcess, IAudited
{
    string IAudited.Person => Viewer;

    bool IAudited.IsLook => true;

    ProcessId IAboutProcess.About => Claim;
}

/// <param name="Events">As they stand in the claim's journal, but for what nobody else may know yet.</param>
public sealed record ClaimHistory(ClaimId Claim, ImmutableArray<ReviewEvent> Events)
{
    /// <summary>Null for a claim that was never opened.</summary>
    internal static ClaimHistory? Of(ClaimId claim, ImmutableArray<ReviewEvent> events, string viewer) =>
        Review.Fold(events).Opened is null ? null : new(claim, [.. Visibility.Told(events, viewer)]);
}

sealed class GetHistoryHandler(Journal<ReviewEvent> reviews) : IRequestHandler<GetHistory, Answer<ClaimHistory>>
{
    public async Task<Answer<ClaimHistory>> Handle(GetHistory asked, CancellationToken cancel)
    {
        var events = (await reviews.LoadAsync(asked.Claim.Value, cancel)).Events;
        return ClaimHistory.Of(asked.Claim, events, asked.Viewer) is { } history ? history : ErasedArticles.NoClaim(Review.Fold(events), asked.Claim);
    }
}
