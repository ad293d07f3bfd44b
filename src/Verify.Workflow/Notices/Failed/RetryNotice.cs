using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Notices.Outbox;

namespace Verify.Workflow.Notices.Failed;

/// <summary>An operator has mended what stopped a notice: it is tried again from the beginning, with what its claims are now.</summary>
public sealed record RetryNotice(string Id, Actor By) : IRequest<Answer<FailedNotice>>, IAudited
{
    string IAudited.Person => By.Id;

    bool IAudited.IsLook => true; // no journal tells who did it
}

sealed class RetryNoticeHandler(DeliveryBlobs deliveries, NoticeBell bell, TimeProvider clock) : IRequestHandler<RetryNotice, Answer<FailedNotice>>
{
    public async Task<Answer<FailedNotice>> Handle(RetryNotice asked, CancellationToken cancel)
    {
        if (await deliveries.FindFailedAsync(asked.Id, cancel) is not { } failed) return FailedNotice.NotFound(asked.Id);
        await deliveries.WaitAsync(failed with { Tries = 0, ClaimedUntil = null }, clock.GetUtcNow(), cancel);
        await deliveries.RemoveFailedAsync(failed, cancel);
        bell.Ring();
        return FailedNotice.Of(failed);
    }
}
