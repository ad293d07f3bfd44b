using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Workflow.Feeds;

/// <summary>
/// Looks at a feed and takes in what is new. What it took is noted only once it is in the store, so a crash costs that it is submitted
/// again, and the same bytes are one article. Two that look at once are harmless.
/// </summary>
/// <remarks>Throws what stopped it from taking an item in, once the others are noted; the item is new at the next look.</remarks>
public sealed record PollFeed(string Address) : IRequest<FeedPolled>;

/// <summary>What a look at a feed brought.</summary>
/// <param name="Answer">Null where somebody else began to look at it in the same moment, and it was left to them.</param>
/// <param name="Taken">New items that are articles now, or wait to be fetched.</param>
/// <param name="Quarantined">New items that could not be taken.</param>
public sealed record FeedPolled(string Address, FeedAnswer? Answer, int Taken, int Quarantined, DateTimeOffset NextPoll, string? Problem);

sealed class PollFeedHandler(IFetcher fetcher, IFeedReader reader, FeedStates states, FeedOptions options, IMediator mediator, TimeProvider clock)
    : IRequestHandler<PollFeed, FeedPolled>
{
    /// <summary>The most items that one look takes in; the rest a minute later, so that no feed keeps the others waiting for long.</summary>
    internal const int MostItems = 50;

    /// <summary>So many items a crash can cost.</summary>
    internal const int NotedEvery = 10;

    public async Task<FeedPolled> Handle(PollFeed asked, CancellationToken cancel)
    {
        var (known, version) = await states.LoadAsync(asked.Address, cancel);
        var state = known ?? FeedState.Unknown(asked.Address, clock.GetUtcNow());
        // It counts as failed until it has not: a feed that ends the process is not looked at again as soon as it is back.
        var begun = Failed(state, null);
        if (await states.SaveAsync(begun, version, cancel) is not { } claimed) return new(asked.Address, null, 0, 0, begun.NextPoll, null);
        switch (await fetcher.FetchAsync(new FetchRequest(asked.Address, FetchPurpose.Feed, state.ETag, state.LastModified), cancel))
        {
            case Fetched.NotModified:
                return await EndAsync(Answered(state, null), claimed, new FeedTally(), cancel);
            case Fetched.Content content:
                return reader.Read(new FeedInput(content.Bytes, content.MediaType, content.Address)) switch
                {
                    FeedReading.Read read => await TakeAsync(state, claimed, content, read, cancel),
                    FeedReading.Refused refused => await FailAsync(state, claimed, refused.Problem, null, cancel),
                    var other => throw new InvalidOperationException($"{other} is no reading."),
                };
            case Fetched.Failed failed:
                return await FailAsync(state, claimed, failed.Problem, failed.RetryAfter, cancel);
            case Fetched.Refused refused:
                return await FailAsync(state, claimed, refused.Problem, null, cancel);
            case var other:
                throw new InvalidOperationException($"{other} is no answer.");
        }
    }

    async Task<FeedPolled> TakeAsync(FeedState state, string claimed, Fetched.Content content, FeedReading.Read read, CancellationToken cancel)
    {
        var fresh = read.Items.Where(item => !state.Knows(item)).ToImmutableArray();
        var wanted = state.LastRead is null ? Newest(fresh, options.FirstItems) : fresh;
        var end = (Answered(state, read) with { ETag = null, LastModified = null }).With(read.Items.Except(wanted));
        var begun = Failed(state, null);

        var tally = new FeedTally();
        foreach (var part in wanted.Reverse().Take(MostItems).Chunk(NotedEvery)) // feeds list the newest first and drop the oldest first
        {
            foreach (var item in part) await tally.AddAsync(item, () => SubmitAsync(state.Address, item, cancel));
            end = end.With(tally.Settled(part));
            if (await states.SaveAsync(end with { NextPoll = begun.NextPoll, Failures = begun.Failures }, claimed, cancel) is not { } noted) return Polled(end, tally); // somebody else looks at it too
            claimed = noted;
        }
        if (wanted.Length > MostItems) end = end with { NextPoll = clock.GetUtcNow() + FeedTimes.ForTheRest };
        else if (tally.IsWhole) end = end with { ETag = content.ETag, LastModified = content.LastModified };
        return await EndAsync(end, claimed, tally, cancel);
    }

    // By date where each has one; else feeds stand with the newest first.
    static ImmutableArray<FeedItem> Newest(ImmutableArray<FeedItem> items, int most) => items.All(item => item.Published is not null)
        ? [.. items.OrderByDescending(item => item.Published).Take(most)]
        : [.. items.Take(most)];

    /// <returns>False when the item is in quarantine.</returns>
    async Task<bool> SubmitAsync(string feed, FeedItem item, CancellationToken cancel)
    {
        var source = new ArticleSource("feed", new Uri(feed).IdnHost);
        if (await mediator.Send(new SubmitAddress(item.Link, source), cancel) is not Answer<Intake>.Refused { Refusal: var why }) return true;
        // By its link: what is quarantined of one feed must not all have one name.
        await mediator.Send(new QuarantineInput(null, source with { Name = item.Link }, why.Code, why.Message), cancel);
        return false;
    }

    /// <param name="read">Null where nothing has changed.</param>
    FeedState Answered(FeedState state, FeedReading.Read? read)
    {
        var now = clock.GetUtcNow();
        var answered = read is null
            ? state with { LastAnswer = FeedAnswer.Unchanged, Problem = state.LastAnswer == FeedAnswer.Failed ? null : state.Problem }
            : state with { LastAnswer = FeedAnswer.Read, LastRead = now, Wish = read.Every, Problem = read.Fault };
        return answered with { LastPolled = now, Failures = 0, NextPoll = now + FeedTimes.AfterAnswer(options.Every, answered.Wish) };
    }

    FeedState Failed(FeedState state, TimeSpan? retryAfter)
    {
        var (now, failures) = (clock.GetUtcNow(), state.Failures + 1);
        return state with { LastPolled = now, Failures = failures, NextPoll = now + FeedTimes.AfterFailure(options.Every, failures, retryAfter) };
    }

    Task<FeedPolled> FailAsync(FeedState state, string claimed, InputProblem problem, TimeSpan? retryAfter, CancellationToken cancel) =>
        EndAsync(Failed(state, retryAfter) with { LastAnswer = FeedAnswer.Failed, Problem = problem.Message }, claimed, new FeedTally(), cancel);

    async Task<FeedPolled> EndAsync(FeedState end, string claimed, FeedTally tally, CancellationToken cancel)
    {
        await states.SaveAsync(end, claimed, cancel); // refused when somebody else wrote meanwhile: what they noted stands
        return Polled(end, tally);
    }

    static FeedPolled Polled(FeedState end, FeedTally tally)
    {
        tally.ThrowIfAny();
        return new(end.Address, end.LastAnswer, tally.Taken, tally.Quarantined, end.NextPoll, end.Problem);
    }
}
