using MediatR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Workflow.Blobs;
using Verify.Workflow.Feeds;

namespace Verify.Host.Feeds;

/// <summary>Looks once a minute which feeds are due, where the desk follows any.</summary>
sealed partial class FeedService(FeedOptions options, IMediator mediator, TimeProvider clock, ILogger<FeedService> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        if (options.Addresses.IsEmpty) return;
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            do await PollAsync(stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    async Task PollAsync(CancellationToken stopping)
    {
        try
        {
            foreach (var feed in await mediator.Send(new PollFeeds(), stopping))
                if (feed.Answer == FeedAnswer.Failed) Failed(feed.Address, feed.NextPoll, feed.Problem);
                else if (feed.Taken + feed.Quarantined > 0) Took(feed.Address, feed.Taken, feed.Quarantined);
        }
        catch (StoreException silent)
        {
            CannotPoll(null, silent.Message);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            CannotPoll(defect, defect.Message);
        }
    }

    [LoggerMessage(1301, LogLevel.Information, "Took {Taken} articles from {Feed} and quarantined {Quarantined}.")]
    partial void Took(string feed, int taken, int quarantined);

    [LoggerMessage(1302, LogLevel.Warning, "{Feed} gave no list (the next look is at {Next}): {Reason}")]
    partial void Failed(string feed, DateTimeOffset next, string? reason);

    [LoggerMessage(1303, LogLevel.Warning, "The feeds could not be looked at; they are tried again in a minute: {Reason}")]
    partial void CannotPoll(Exception? defect, string reason);
}
