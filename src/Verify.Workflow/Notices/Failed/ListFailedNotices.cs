using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Notices.Outbox;

namespace Verify.Workflow.Notices.Failed;

/// <summary>Notices that nobody tries any more, in the order of their ids.</summary>
/// <param name="Cursor"><see cref="Page{T}.Next"/> of the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListFailedNotices(string? Cursor = null, int Limit = 50) : IRequest<Answer<Page<FailedNotice>>>;

/// <summary>A notice that could not be delivered.</summary>
/// <param name="Receiver">A webhook's name of the settings, or a person's pseudonym.</param>
/// <param name="At">When what it tells of happened.</param>
/// <param name="Claims">The claims it tells of.</param>
/// <param name="Problem">What the last try said.</param>
public sealed record FailedNotice(string Id, string Receiver, NoticeKind Kind, DateTimeOffset At, ImmutableArray<ClaimId> Claims, int Tries, string Problem)
{
    internal static FailedNotice Of(Delivery failed) =>
        new(DeliveryBlobs.FailedId(failed), failed.Receiver, failed.Kind, failed.At, [.. failed.Claims], failed.Tries, failed.Problem ?? "");

    internal static Refusal NotFound(string id) => new(
        RefusalKind.NotFound, "noticeNotFound", $"No notice failed as \"{(id.Length <= 200 ? id : id[..200] + "…")}\". GET /api/notices/failed or \"verify notices list\" lists those that did.");
}

sealed class ListFailedNoticesHandler(DeliveryBlobs deliveries) : IRequestHandler<ListFailedNotices, Answer<Page<FailedNotice>>>
{
    public async Task<Answer<Page<FailedNotice>>> Handle(ListFailedNotices asked, CancellationToken cancel)
    {
        if (PageLimits.Refuse(asked.Limit, asked.Cursor) is { } refusal) return refusal;
        var items = ImmutableArray.CreateBuilder<FailedNotice>();
        await foreach (var failed in deliveries.FailedAsync(asked.Cursor, cancel))
        {
            items.Add(FailedNotice.Of(failed));
            if (items.Count == asked.Limit) return new Page<FailedNotice>(items.ToImmutable(), items[^1].Id);
        }
        return new Page<FailedNotice>(items.ToImmutable(), null);
    }
}
