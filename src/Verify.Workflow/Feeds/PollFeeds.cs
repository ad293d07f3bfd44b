using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using MediatR;

namespace Verify.Workflow.Feeds;

/// <summary>Looks at every feed of the desk that is due. Cheap where none is; meant to be sent every minute.</summary>
public sealed record PollFeeds : IRequest<ImmutableArray<FeedPolled>>;

sealed class PollFeedsHandler(FeedStates states, FeedOptions options, IMediator mediator, TimeProvider clock) : IRequestHandler<PollFeeds, ImmutableArray<FeedPolled>>
{
    const int AtOnce = 4;

    /// <exception cref="Blobs.StoreException">The store did not answer for one of them; the others were looked at.</exception>
    public async Task<ImmutableArray<FeedPolled>> Handle(PollFeeds asked, CancellationToken cancel)
    {
        var polled = new ConcurrentBag<FeedPolled>();
        var failures = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(options.Addresses, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (address, stopping) =>
        {
            try
            {
                if ((await states.LoadAsync(address, stopping)).State is { } state && state.NextPoll > clock.GetUtcNow()) return;
                polled.Add(await mediator.Send(new PollFeed(address), stopping));
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                failures.Enqueue(failed);
            }
        });
        if (failures.TryPeek(out var first)) ExceptionDispatchInfo.Throw(first);
        return [.. polled.OrderBy(feed => feed.Address, StringComparer.Ordinal)];
    }
}
