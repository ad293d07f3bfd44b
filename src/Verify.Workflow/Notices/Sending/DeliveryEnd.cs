using System.Collections.Immutable;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Ports;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Notices.Sending;

/// <summary>A delivery whose try is ours.</summary>
readonly record struct ClaimedDelivery(WaitingDelivery Waiting, Delivery Delivery);

/// <summary>What becomes of deliveries after their try: they leave the outbox, wait for the next one, or are kept for an operator.</summary>
sealed class DeliveryEnd(DeliveryBlobs deliveries, TimeProvider clock)
{
    /// <summary>Claims those of a turn that nobody else has.</summary>
    public async Task<ImmutableArray<ClaimedDelivery>> ClaimAsync(IEnumerable<WaitingDelivery> turn, CancellationToken cancel)
    {
        var ours = ImmutableArray.CreateBuilder<ClaimedDelivery>();
        foreach (var waiting in turn)
            if (await deliveries.ClaimAsync(waiting, clock.GetUtcNow(), cancel) is { } delivery) ours.Add(new(waiting, delivery));
        return ours.ToImmutable();
    }

    /// <summary>There is nothing to tell any more.</summary>
    public Task DropAsync(ClaimedDelivery dropped, CancellationToken cancel) => deliveries.RemoveAsync(dropped.Waiting, cancel);

    /// <returns>Until when the receiver is left alone; null where it took them.</returns>
    public async Task<DateTimeOffset?> EndAsync(string receiver, ImmutableArray<ClaimedDelivery> tried, Posted posted, NoticeTally tally, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (problem, asked, isFinal) = posted switch
        {
            Posted.Failed failed => (failed.Problem, failed.RetryAfter, false),
            Posted.Refused refused => (refused.Problem, null, true),
            _ => (null, default(TimeSpan?), false),
        };
        foreach (var (waiting, delivery) in tried)
        {
            if (problem is null)
            {
                await deliveries.RemoveAsync(waiting, cancel);
            }
            else if (isFinal || delivery.Tries >= NoticeRetries.MostTries)
            {
                await deliveries.GiveUpAsync(waiting, delivery, problem, cancel);
                tally.GivenUp(1);
            }
            else
            {
                await deliveries.AgainAsync(waiting, delivery, problem, now + NoticeRetries.After(delivery.Tries, asked), cancel);
            }
            DeskMetrics.NoticeEnded(receiver, problem is null ? "sent" : isFinal || delivery.Tries >= NoticeRetries.MostTries ? "givenUp" : "failed");
        }
        if (problem is null) tally.Sent(tried.Length);
        else tally.Failed(receiver, problem);
        // Shorter than the notice itself waits: what else waits for the receiver has tries of its own, one at a time while it is down.
        return problem is null || isFinal ? null : now + NoticeRetries.After(1, asked);
    }
}
