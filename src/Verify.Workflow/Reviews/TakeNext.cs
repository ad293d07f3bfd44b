using MediatR;

namespace Verify.Workflow.Reviews;

/// <summary>The first claim of the queue that this reviewer may judge and nobody works on, taken for them. Two who ask at once get different ones.</summary>
/// <param name="Language">BCP 47 tag; null for all.</param>
public sealed record TakeNext(Actor By, string? Language = null) : IRequest<Answer<ClaimView>>;

sealed class TakeNextHandler(IMediator mediator) : IRequestHandler<TakeNext, Answer<ClaimView>>
{
    const int AtOnce = 50;

    public async Task<Answer<ClaimView>> Handle(TakeNext asked, CancellationToken cancel)
    {
        for (string? cursor = null; ;)
        {
            var listed = await mediator.Send(new ListClaims(asked.By, ClaimState.Open, asked.Language, Cursor: cursor, Limit: AtOnce), cancel);
            if (listed is not Answer<Page<QueueEntry>>.Ok { Value: var page }) return ((Answer<Page<QueueEntry>>.Refused)listed).Refusal;
            foreach (var entry in page.Items)
            {
                if (entry.Lease is { } lease && lease.By != asked.By.Id) continue;
                var taken = await mediator.Send(new LeaseClaim(entry.Id, asked.By), cancel);
                // Somebody was faster, or it has just left the queue.
                if (taken is Answer<ClaimView>.Refused { Refusal.Kind: RefusalKind.Conflict or RefusalKind.NotFound }) continue;
                return taken;
            }
            if (page.Next is null) return new Refusal(RefusalKind.NotFound, "nothingWaits", "No claim waits for you that nobody else works on. New ones appear by themselves.");
            cursor = page.Next;
        }
    }
}
