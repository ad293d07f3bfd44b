using System.Runtime.CompilerServices;
using MediatR;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Audit;

/// <summary>What happened to every claim, one claim after the other by id, as far as whoever asks may know.</summary>
/// <param name="Viewer">A pseudonym.</param>
public sealed record ExportHistory(string Viewer) : IRequest<IAsyncEnumerable<ClaimHistory>>;

sealed class ExportHistoryHandler(IBlobs blobs, Journal<ReviewEvent> reviews) : IRequestHandler<ExportHistory, IAsyncEnumerable<ClaimHistory>>
{
    public Task<IAsyncEnumerable<ClaimHistory>> Handle(ExportHistory asked, CancellationToken cancel) => Task.FromResult(AllAsync(asked.Viewer, cancel));

    async IAsyncEnumerable<ClaimHistory> AllAsync(string viewer, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var name in blobs.ListAsync(reviews.Prefix, cancel: cancel))
            if (ClaimId.TryParse(name[reviews.Prefix.Length..], out var claim) && ClaimHistory.Of(claim, (await reviews.LoadAsync(claim.Value, cancel)).Events, viewer) is { } history)
                yield return history;
    }
}
