using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Workflow.Feeds;

/// <summary>
/// Looks at a feed and takes in what is new. What it took is noted only once it is in the store, so a crash costs that it is submitted
/// again, and the same bytes are one article; two that look at once do the same.
/// </summary>
public sealed record PollFeed(string Address) : IRequest<FeedPolled>;

/// <summary>What a look at a feed brought.</summary>
/// <param name="Taken">New items that are articles now, or wait to be fetched.</param>
/// <param name="Quarantined">New items that could not be taken.</param>
public sealed record FeedPolled(string Address, FeedAnswer Answer, int Taken, int Quarantined, DateTimeOffset NextPoll, string? Problem);

sealed class PollFeedHandler(IFetcher fetcher, IFeedReader reader, FeedStates states, FeedOptions options, IMediator mediator, TimeProvider clock)
    : IRequestHandler<PollFeed, FeedPolled>
{
    /// <summary>The most items that one look takes in; the rest a minute later, so that no feed keeps the others waiting for long.</summary>
    internal const int MostItems = 50;

    /// <summary>So much work a crash can cost.</summary>
    internal const int NotedEvery = 10;

    public async Task<FeedPolled> Handle(PollFeed asked, CancellationToken cancel)
    {
        var (known, version) = await states.LoadAsync(asked.Address, cancel);
        var state = known ?? FeedState.Unknown(asked.Address, clock.GetUtcNow());
        switch (await fetcher.FetchAsync(new FetchRequest(asked.Address, FetchPurpose.Feed, state.ETag, state.LastModified), cancel))
        {
            case Fetched.NotModified:
                return await EndAsync(Answered(state, FeedAnswer.Unchanged, null), version, 0, 0, cancel);
            case Fetched.Content content:
                return reader.Read(new FeedInput(content.Bytes, content.MediaType, content.Address)) switch
                {
                    FeedReading.Read read => await TakeAsync(state, version, content, read, cancel),
                    FeedReading.Refused refused => await FailAsync(state, version, refused.Problem, null, cancel),
                    var other => throw new InvalidOperationException($"{other} is no reading."),
                };
            case Fetched.Failed failed:
                return await FailAsync(state, version, failed.Problem, failed.RetryAfter, cancel);
            case Fetched.Refused refused:
                return await FailAsync(state, version, refused.Problem, null, cancel);
            case var other:
                throw new InvalidOperationException($"{other} is no answer.");
        }
    }

    async Task<FeedPolled> TakeAsync(FeedState state, string? version, Fetched.Content content, FeedReading.Read read, CancellationToken cancel)
    {
        var fresh = read.Items.Where(item => !state.Knows(item)).ToImmutableArray();
        var wanted = state.LastRead is null ? Newest(fresh, options.FirstItems) : fresh;
        state = Answered(state, FeedAnswer.Read, read) with { ETag = null, LastModified = null };
        state = state.With(read.Items.Except(wanted));

        // Feeds list the newest first and drop the oldest first.
        var (taken, quarantined) = (0, 0);
        foreach (var part in wanted.Reverse().Take(MostItems).Chunk(NotedEvery))
        {
            foreach (var item in part)
                if (await SubmitAsync(state.Address, item, cancel)) taken++;
                else quarantined++;
            state = state.With(part);
            if (taken + quarantined >= wanted.Length) break; // the last ones are noted with the rest
            if (await states.SaveAsync(state with { NextPoll = clock.GetUtcNow() }, version, cancel) is not { } saved)
                return Polled(state, taken, quarantined); // somebody else looks at it too
            version = saved;
        }
        return await EndAsync(
            wanted.Length > MostItems ? state with { NextPoll = clock.GetUtcNow() + FeedTimes.ForTheRest } : state with { ETag = content.ETag, LastModified = content.LastModified },
            version, taken, quarantined, cancel);
    }

    // By date where each has one; else feeds stand with the newest first.
    static ImmutableArray<FeedItem> Newest(ImmutableArray<FeedItem> items, int most) => items.All(item => item.Published is not null)
        ? [.. items.OrderByDescending(item => item.Published).Take(most)]
        : [.. items.Take(most)];

    /// <returns>False when the item is in quarantine.</returns>
    async Task<bool> SubmitAsync(string feed, FeedItem item, CancellationToken cancel)
    {
        if (await mediator.Send(new SubmitAddress(item.Link, new ArticleSource("feed", new Uri(feed).IdnHost)), cancel) is not Answer<Intake>.Refused { Refusal: var why }) return true;
        // By its link: what is quarantined of one feed must not all have one name.
        await mediator.Send(new QuarantineInput(null, new ArticleSource("feed", item.Link), why.Code, why.Message), cancel);
        return false;
    }

    FeedState Answered(FeedState state, FeedAnswer answer, FeedReading.Read? read)
    {
        var now = clock.GetUtcNow();
        return state with
        {
            LastPolled = now, LastRead = read is null ? state.LastRead : now, LastAnswer = answer, Failures = 0,
            Problem = read is not null ? read.Fault : state.LastAnswer == FeedAnswer.Failed ? null : state.Problem,
            Wish = read is null ? state.Wish : read.Every,
            NextPoll = now + FeedTimes.AfterAnswer(options.Every, read is null ? state.Wish : read.Every),
        };
    }

    Task<FeedPolled> FailAsync(FeedState state, string? version, InputProblem problem, TimeSpan? retryAfter, CancellationToken cancel)
    {
        var (now, failures) = (clock.GetUtcNow(), state.Failures + 1);
        var next = now + FeedTimes.AfterFailure(options.Every, failures, retryAfter);
        return EndAsync(
            state with { LastPolled = now, LastAnswer = FeedAnswer.Failed, Failures = failures, Problem = problem.Message, NextPoll = next }, version, 0, 0, cancel);
    }

    async Task<FeedPolled> EndAsync(FeedState state, string? version, int taken, int quarantined, CancellationToken cancel)
    {
        await states.SaveAsync(state, version, cancel); // refused when somebody else wrote meanwhile: what they noted stands
        return Polled(state, taken, quarantined);
    }

    static FeedPolled Polled(FeedState state, int taken, int quarantined) =>
        new(state.Address, state.LastAnswer, taken, quarantined, state.NextPoll, state.Problem);
}
