using System.Collections.Immutable;
using System.Text.Json;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Reviews;

/// <summary>The claims that somebody works on, as names in the store: <c>leases/{claimId}</c>. Derived from the journals, for lists.</summary>
sealed class LeaseMarks(IBlobs blobs)
{
    public const string Prefix = "leases/";

    /// <summary>Makes the mark say what the review says. Touches nothing for a review that nobody ever took.</summary>
    public async Task ShowAsync(ImmutableArray<ReviewEvent> history, Review review, DateTimeOffset now, CancellationToken cancel)
    {
        if (review.Opened is null || !history.Any(happened => happened is ClaimLeased)) return;
        var name = Prefix + review.Opened.Claim;
        if (Standing(review, now) is { } lease) await blobs.PutAsync(name, Content(lease), cancel);
        else await blobs.DeleteAsync(name, cancel: cancel);
    }

    /// <summary>The lease that has a mark; null where there is none.</summary>
    public static Lease? Standing(Review review, DateTimeOffset now) => review is { IsUndecided: true, Lease: { } lease } && lease.Holds(now) ? lease : null;

    public static byte[] Content(Lease lease) => JsonSerializer.SerializeToUtf8Bytes(lease, WorkflowJson.Stored.Lease);

    /// <summary>The claims that have a mark, which may be one that is over.</summary>
    public async Task<IReadOnlySet<string>> MarkedAsync(CancellationToken cancel)
    {
        var marked = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var name in blobs.ListAsync(Prefix, cancel: cancel)) marked.Add(name[Prefix.Length..]);
        return marked;
    }

    /// <summary>Who works on a claim now; null where nobody does.</summary>
    public async Task<Lease?> FindAsync(ClaimId claim, DateTimeOffset now, CancellationToken cancel) =>
        await blobs.ReadAsync(Prefix + claim, cancel) is { } blob && Read(blob) is { } lease && lease.Holds(now) ? lease : null;

    // A spoilt mark hides nothing: the claim is shown as free, and its journal still says who holds it.
    static Lease? Read(Blob blob)
    {
        try
        {
            return JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.Lease);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
