using System.Runtime.CompilerServices;
using System.Text.Json;
using Verify.Workflow.Blobs;
using Verify.Workflow.Due;

namespace Verify.Workflow.Notices.Outbox;

/// <summary>One delivery that waits: its place, and when it is due.</summary>
readonly record struct WaitingDelivery(string Name, DateTimeOffset Minute, string Receiver);

/// <summary>
/// Deliveries as they are kept: <c>outbox/waiting/{yyyyMMddHHmm}.{receiver}.{id}</c> until they are sent (the minute rounded down, UTC), and
/// <c>outbox/failed/{receiver}.{id}</c> once nobody tries any more. What moves is created in its new place before it leaves the old one.
/// </summary>
sealed class DeliveryBlobs(IBlobs blobs)
{
    public const string WaitingPrefix = "outbox/waiting/";
    public const string FailedPrefix = "outbox/failed/";

    public async Task WaitAsync(Delivery delivery, DateTimeOffset due, CancellationToken cancel) =>
        await blobs.KeepAsync(WaitingName(delivery, due), Content(delivery), cancel);

    /// <summary>Those that are due, the earliest first. Names that are none are passed over.</summary>
    public async IAsyncEnumerable<WaitingDelivery> DueAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        var last = MinuteName.Of(now);
        await foreach (var name in blobs.ListAsync(WaitingPrefix, cancel: cancel))
        {
            if (name[WaitingPrefix.Length..].Split('.') is not [var minute, var receiver, _]) continue;
            if (!MinuteName.TryParse(minute, out var due)) continue;
            if (string.CompareOrdinal(minute, last) > 0) yield break;
            yield return new(name, due, receiver);
        }
    }

    /// <summary>Makes the next try ours: it is counted, and somebody else's only if nothing comes of us. Null when it is another's, or gone.</summary>
    public async Task<Delivery?> ClaimAsync(WaitingDelivery waiting, DateTimeOffset now, CancellationToken cancel)
    {
        if (await blobs.ReadAsync(waiting.Name, cancel) is not { } blob) return null;
        if (Read(blob) is not { } found)
        {
            await blobs.DeleteAsync(waiting.Name, blob.Version, cancel); // spoilt: nobody can send it, and it must not be looked at for ever
            return null;
        }
        if (found.ClaimedUntil > now) return null;
        var claimed = found with { Tries = found.Tries + 1, ClaimedUntil = now + NoticeRetries.Claim };
        return await blobs.ReplaceAsync(waiting.Name, Content(claimed), blob.Version, cancel) is null ? null : claimed;
    }

    public Task RemoveAsync(WaitingDelivery sent, CancellationToken cancel) => blobs.DeleteAsync(sent.Name, cancel: cancel);

    public async Task AgainAsync(WaitingDelivery failed, Delivery delivery, string problem, DateTimeOffset next, CancellationToken cancel)
    {
        await WaitAsync(delivery with { ClaimedUntil = null, Problem = problem }, next, cancel);
        await blobs.DeleteAsync(failed.Name, cancel: cancel);
    }

    public async Task GiveUpAsync(WaitingDelivery failed, Delivery delivery, string problem, CancellationToken cancel)
    {
        await blobs.PutAsync(FailedPrefix + FailedId(delivery), Content(delivery with { ClaimedUntil = null, Problem = problem }), cancel);
        await blobs.DeleteAsync(failed.Name, cancel: cancel);
    }

    public static string FailedId(Delivery delivery) => $"{delivery.Receiver}.{delivery.Id}";

    public async Task<Delivery?> FindFailedAsync(string id, CancellationToken cancel) =>
        BlobRules.IsPart(id) && await blobs.ReadAsync(FailedPrefix + id, cancel) is { } blob ? Read(blob) : null;

    public Task RemoveFailedAsync(Delivery failed, CancellationToken cancel) => blobs.DeleteAsync(FailedPrefix + FailedId(failed), cancel: cancel);

    /// <summary>In the order of their ids.</summary>
    public async IAsyncEnumerable<Delivery> FailedAsync(string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var name in blobs.ListAsync(FailedPrefix, after is null ? null : FailedPrefix + after, cancel))
            if (await blobs.ReadAsync(name, cancel) is { } blob && Read(blob) is { } delivery) yield return delivery;
    }

    static Delivery? Read(Blob blob)
    {
        try
        {
            return JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.Delivery);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static byte[] Content(Delivery delivery) => JsonSerializer.SerializeToUtf8Bytes(delivery, WorkflowJson.Stored.Delivery);

    static string WaitingName(Delivery delivery, DateTimeOffset due) => $"{WaitingPrefix}{MinuteName.Of(due)}.{delivery.Receiver}.{delivery.Id}";
}
