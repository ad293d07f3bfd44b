using System.Collections.Immutable;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Host.Feeds;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Feeds;

namespace Verify.Host.Tests.Feeds;

public sealed class FeedServiceTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly Polls polls = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    FeedService Over(FeedOptions options) => new(
        options,
        new ServiceCollection()
            .AddSingleton<IRequestHandler<PollFeeds, ImmutableArray<FeedPolled>>>(polls)
            .AddSingleton<ServiceFactory>(made => made.GetService!).AddSingleton<IMediator, Mediator>()
            .BuildServiceProvider().GetRequiredService<IMediator>(),
        clock, NullLogger<FeedService>.Instance);

    [Fact]
    public async Task Feeds_are_looked_at_at_the_start_and_every_minute_whatever_came_of_it()
    {
        using var service = Over(new() { Addresses = ["https://kabar.example/rss"] });
        await service.StartAsync(Cancel);
        await polls.NextAsync(Cancel);
        foreach (var failure in new Exception?[] { new StoreException("It does not answer."), new InvalidOperationException("A defect."), null })
        {
            polls.Failure = failure;
            clock.Advance(TimeSpan.FromMinutes(1));
            await polls.NextAsync(Cancel);
        }
        Assert.Equal(4, polls.Count);
        await service.StopAsync(Cancel);
    }

    [Fact]
    public async Task Where_no_feed_is_followed_nothing_is_looked_at()
    {
        using var service = Over(new());
        await service.StartAsync(Cancel);
        await service.ExecuteTask!;
        Assert.Equal(0, polls.Count);
    }

    sealed class Polls : IRequestHandler<PollFeeds, ImmutableArray<FeedPolled>>
    {
        readonly SemaphoreSlim asked = new(0);
        int count;

        public int Count => Volatile.Read(ref count);

        public Exception? Failure { get; set; }

        public Task NextAsync(CancellationToken cancel) => asked.WaitAsync(cancel);

        public Task<ImmutableArray<FeedPolled>> Handle(PollFeeds request, CancellationToken cancel)
        {
            Interlocked.Increment(ref count);
            asked.Release();
            return Failure is { } failure ? throw failure : Task.FromResult(ImmutableArray.Create(
                new FeedPolled("https://kabar.example/rss", FeedAnswer.Read, 1, 0, Then, null),
                new FeedPolled("https://kabar.example/mati", FeedAnswer.Failed, 0, 0, Then, "It is down.")));
        }

        static readonly DateTimeOffset Then = Sample.Noon;
    }
}
