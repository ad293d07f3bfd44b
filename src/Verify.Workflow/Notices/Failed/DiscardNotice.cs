using MediatR;
using Verify.Workflow.Audit;
using Verify.Workflow.Notices.Outbox;

namespace Verify.Workflow.Notices.Failed;

/// <summary>Nobody needs a notice any more that could not be delivered. What it told of stays where it is: in the journals.</summary>
public sealed record DiscardNotice(string Id, Actor By) : IRequest<Answer<FailedNotice>>, IAudited
{
    string IAudited.Person => By.Id;

    bool IAudited.IsLook => true; // no journal tells who did it
}

sealed class DiscardNoticeHandler(DeliveryBlobs deliveries) : IRequestHandler<DiscardNotice, Answer<FailedNotice>>
{
    public async Task<Answer<FailedNotice>> Handle(DiscardNotice asked, CancellationToken cancel)
    {
        if (await deliveries.FindFailedAsync(asked.Id, cancel) is not { } failed) return FailedNotice.NotFound(asked.Id);
        await deliveries.RemoveFailedAsync(failed, cancel);
        return FailedNotice.Of(failed);
    }
}
