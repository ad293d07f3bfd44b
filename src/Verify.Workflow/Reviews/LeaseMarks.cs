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

    /// <summary>Those that hold now.</summary>
    public async Task<IReadOnlyDictionary<string, Lease>> ListAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var held = new Dictionary<string, Lease>(StringComparer.Ordinal);
        await foreach (var name in blobs.ListAsync(Prefix, cancel: cancel))
            if (await blobs.ReadAsync(name, cancel) is { } blob && Read(blob) is { } lease && lease.Holds(now)) held[name[Prefix.Length..]] = lease;
        return held;
    }

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
