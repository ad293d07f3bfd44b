using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Workflow.Blobs;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Notices.Sending;

namespace Verify.Host.Notices;

/// <summary>
/// Tells people at the start, soon after something happened that somebody is told of, and once a minute what came due by the clock. What is not
/// sent when the host stops waits in the store.
/// </summary>
sealed partial class NoticeService(IMediator mediator, NoticeBell bell, NoticeOptions options, TimeProvider clock, ILogger<NoticeService> log) : BackgroundService
{
    /// <summary>What happens within this time is told together.</summary>
    public static readonly TimeSpan Gather = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        if (!options.TellsAnybody) return;
        try
        {
            while (true)
            {
                if (!await SendAsync(stopping)) await bell.WaitAsync(Every, clock, stopping);
                await Task.Delay(Gather, clock, stopping);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    /// <returns>Whether more is due now.</returns>
    async Task<bool> SendAsync(CancellationToken stopping)
    {
        try
        {
            var done = await mediator.Send(new SendNotices(), stopping);
            if (done.Sent > 0) Sent(done.Sent);
            foreach (var problem in done.Problems) NotTaken(problem);
            if (done.GivenUp > 0) GivenUp(done.GivenUp);
            return done.IsMore;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            CannotSend(failed is StoreException ? null : failed, failed.Message);
            return false;
        }
    }

    [LoggerMessage(1501, LogLevel.Information, "Sent {Count} notices.")]
    partial void Sent(int count);

    [LoggerMessage(1502, LogLevel.Warning, "A notice was not taken: {Problem}")]
    partial void NotTaken(string problem);

    [LoggerMessage(1503, LogLevel.Error, "{Count} notices could not be delivered and are not tried any more. \"verify notices list\" shows them.")]
    partial void GivenUp(int count);

    [LoggerMessage(1504, LogLevel.Error, "Notices could not be looked for (it is tried again in a minute; reviews go on, and what is to be told waits): {Reason}")]
    partial void CannotSend(Exception? defect, string reason);
}
