using System.Threading.Channels;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Host.Notices;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Notices.Sending;

namespace Verify.Host.Tests.Notices;

public sealed class NoticeServiceTests : IDisposable
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly Sendings sendings = new();
    readonly NoticeBell bell = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => bell.Dispose();

    NoticeService Service(NoticeOptions options)
    {
        var services = new ServiceCollection()
            .AddSingleton<IRequestHandler<SendNotices, NoticesSent>>(sendings)
            .AddSingleton<ServiceFactory>(made => made.GetService!).AddSingleton<IMediator, Mediator>()
            .BuildServiceProvider();
        return new(services.GetRequiredService<IMediator>(), bell, options, clock, NullLogger<NoticeService>.Instance);
    }

    [Fact]
    public async Task It_sends_at_the_start_when_the_bell_rings_by_the_clock_and_while_more_is_due_whatever_fails()
    {
        using var service = Service(PostBox.Webhook());
        await service.StartAsync(Cancel);
        Assert.Equal(1, await sendings.Begun.Reader.ReadAsync(Cancel));
        bell.Ring();
        Assert.Equal(2, await NextAsync(NoticeService.Gather)); // which fails
        bell.Ring();
        Assert.Equal(3, await NextAsync(NoticeService.Gather)); // which is a defect
        Assert.Equal(4, await NextAsync(NoticeService.Every)); // which leaves something
        Assert.Equal(5, await NextAsync(NoticeService.Gather));
        await service.StopAsync(Cancel);
        bell.Ring();
        clock.Advance(NoticeService.Every);
        Assert.False(sendings.Begun.Reader.TryRead(out _));
    }

    [Fact]
    public async Task It_does_nothing_where_nobody_is_to_be_told()
    {
        using var service = Service(new());
        await service.StartAsync(Cancel);
        await service.ExecuteTask!;
        await service.StopAsync(Cancel);
        Assert.False(sendings.Begun.Reader.TryRead(out _));
    }

    /// <summary>Moves the clock until the next sending begins: the service sets its timers by itself, and may not have come to it.</summary>
    async Task<int> NextAsync(TimeSpan step)
    {
        var next = sendings.Begun.Reader.ReadAsync(Cancel).AsTask();
        while (!next.IsCompleted)
        {
            clock.Advance(step);
            await Task.Yield();
        }
        return await next;
    }

    sealed class Sendings : IRequestHandler<SendNotices, NoticesSent>
    {
        int count;

        public Channel<int> Begun { get; } = Channel.CreateUnbounded<int>();

        public Task<NoticesSent> Handle(SendNotices request, CancellationToken cancel)
        {
            Begun.Writer.TryWrite(++count);
            return count switch
            {
                2 => throw new StoreException("down"),
                3 => throw new InvalidOperationException("a defect"),
                _ => Task.FromResult(new NoticesSent(1, ["webhook-newsroom: it answered 500"], 1, count == 4)),
            };
        }
    }
}
