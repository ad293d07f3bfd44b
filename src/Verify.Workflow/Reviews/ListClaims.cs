using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;

namespace Verify.Workflow.Reviews;

/// <summary>
/// Claims in one state, as one person may know it: those that wait in the order of work, all others in the order of their ids.
/// </summary>
/// <param name="Viewer">Who asks. Claims that wait for somebody else are not listed as open.</param>
/// <param name="Language">BCP 47 tag; null for all.</param>
/// <param name="MinWorth">0 to 1.</param>
/// <param name="Cursor"><see cref="Page{T}.Next"/> of the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListClaims(
    Actor Viewer, ClaimState State = ClaimState.Open, string? Language = null, double MinWorth = 0, string? Cursor = null, int Limit = 50)
    : IRequest<Answer<Page<QueueEntry>>>;

sealed class ListClaimsHandler(IBlobs blobs, Journal<ReviewEvent> reviews, LeaseMarks leases, TimeProvider clock)
    : IRequestHandler<ListClaims, Answer<Page<QueueEntry>>>
{
    public async Task<Answer<Page<QueueEntry>>> Handle(ListClaims asked, CancellationToken cancel)
    {
        if (PageLimits.Refuse(asked.Limit, asked.Cursor) is { } refusal) return refusal;
        if (asked.MinWorth is not (>= 0 and <= 1))
            return new Refusal(RefusalKind.Malformed, "worthOutOfRange", $"Worth is 0 to 1, not {asked.MinWorth}.", "minWorth");
        var isOpen = asked.State == ClaimState.Open;
        var prefix = PrefixOf(asked);
        var marked = isOpen ? await leases.MarkedAsync(cancel) : null;

        var items = ImmutableArray.CreateBuilder<QueueEntry>();
        await foreach (var name in blobs.ListAsync(prefix, asked.Cursor is null ? null : prefix + asked.Cursor, cancel))
        {
            if (await ReadAsync(asked, name, cancel) is not { } entry || !Matches(asked, entry)) continue;
            items.Add(entry.Shown(marked?.Contains(entry.Id.Value) == true ? await leases.FindAsync(entry.Id, clock.GetUtcNow(), cancel) : null));
            if (items.Count == asked.Limit) return new Page<QueueEntry>(items.ToImmutable(), name[prefix.Length..]);
        }
        return new Page<QueueEntry>(items.ToImmutable(), null);
    }

    /// <summary>Under which names all claims in a state are found, among others perhaps. Never under those of all claims there ever were.</summary>
    static string PrefixOf(ListClaims asked) => asked.State switch
    {
        ClaimState.Open => ReviewQueue.Prefix,
        ClaimState.Disagreed => ReviewQueue.HeadPrefix,
        _ => StateMarks.PrefixOf(asked.State, asked.Viewer.Id),
    };

    static bool Matches(ListClaims asked, QueueEntry entry) =>
        (asked.Language is null || string.Equals(asked.Language, entry.Language, StringComparison.OrdinalIgnoreCase)) && entry.Worth >= asked.MinWorth;

    async Task<QueueEntry?> ReadAsync(ListClaims asked, string name, CancellationToken cancel)
    {
        if (asked.State == ClaimState.Open)
        {
            // Gone since it was listed: somebody decided it.
            return await blobs.ReadAsync(name, cancel) is { } blob && ReviewQueue.Read(blob) is { } queued && queued.IsFor(asked.Viewer) ? queued : null;
        }
        if (WorkNames.ProcessOf(name) is not { IsReview: true, Claim: var claim }) return null;
        var review = Review.Fold((await reviews.LoadAsync(claim.Value, cancel)).Events);
        return review.Opened is not null && Visibility.StateFor(review, asked.Viewer.Id) == asked.State ? ReviewQueue.Entry(review) : null;
    }
}
