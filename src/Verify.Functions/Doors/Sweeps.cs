using MediatR;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Verify.Functions.Driving;
using Verify.Workflow.Feeds;
using Verify.Workflow.Inbox;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Submissions;

namespace Verify.Functions.Doors;

/// <summary>What is looked at by the clock: deadlines, addresses that are tried again, drops that no event told of, feeds, records that wait for the log, people who are to be told.</summary>
sealed class Sweeps(IMediator mediator, DueSweep due, ClientInUse clients)
{
    const string EveryMinute = "0 * * * * *";

    [Function("SweepDue")]
    public Task SweepDueAsync([TimerTrigger(EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        clients.WithAsync(client, () => due.SweepAsync(cancel));

    [Function("SweepSubmissions")]
    public Task SweepSubmissionsAsync([TimerTrigger(EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        clients.WithAsync(client, () => mediator.Send(new SweepSubmissions(), cancel));

    [Function("SweepInbox")]
    public Task SweepInboxAsync([TimerTrigger(EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        clients.WithAsync(client, () => mediator.Send(new SweepInbox(), cancel));

    [Function("SealLog")]
    public Task SealLogAsync([TimerTrigger(EveryMinute)] TimerInfo timer, CancellationToken cancel) => mediator.Send(new SealLog(), cancel);

    [Function("SendNotices")]
    public Task SendNoticesAsync([TimerTrigger(EveryMinute)] TimerInfo timer, CancellationToken cancel) => mediator.Send(new SendNotices(), cancel);

    [Function("PollFeeds")]
    public Task PollFeedsAsync([TimerTrigger(EveryMinute)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        clients.WithAsync(client, () => mediator.Send(new PollFeeds(), cancel));
}
