using System.Collections.Immutable;
using MediatR;

namespace Verify.Workflow.Feeds;

/// <summary>The feeds that the desk follows, in the order of its settings, all on one page.</summary>
public sealed record ListFeeds : IRequest<Page<FeedView>>;

/// <summary>A feed as it was last looked at.</summary>
/// <param name="LastPolled">Null before the first look.</param>
/// <param name="LastRead">When it last gave a list; null for never.</param>
/// <param name="NextPoll">Null before the first look.</param>
/// <param name="Failures">Looks without an answer since the last one with.</param>
/// <param name="Problem">What was wrong at the last look, in words; null for nothing.</param>
public sealed record FeedView(
    string Address, DateTimeOffset? LastPolled, DateTimeOffset? LastRead, FeedAnswer? LastAnswer, DateTimeOffset? NextPoll, int Failures, string? Problem);

sealed class ListFeedsHandler(FeedStates states, FeedOptions options) : IRequestHandler<ListFeeds, Page<FeedView>>
{
    public async Task<Page<FeedView>> Handle(ListFeeds asked, CancellationToken cancel)
    {
        var feeds = ImmutableArray.CreateBuilder<FeedView>();
        foreach (var address in options.Addresses)
            feeds.Add((await states.LoadAsync(address, cancel)).State is { } state
                ? new(address, state.LastPolled, state.LastRead, state.LastAnswer, state.NextPoll, state.Failures, state.Problem)
                : new(address, null, null, null, null, 0, null));
        return new(feeds.ToImmutable(), null);
    }
}
