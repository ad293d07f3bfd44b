using System.Threading.Channels;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Host.Sealing;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log;
using Verify.Workflow.Log.Sealing;

namespace Verify.Host.Tests.Sealing;

public sealed class LogServiceTests : IDisposable
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly Sealings sealings = new();
    readonly LogBell bell = new();
    readonly LogService service;

    public LogServiceTests()
    {
        var services = new ServiceCollection()
            .AddSingleton<IRequestHandler<SealLog, LogSealed>>(sealings)
            .AddSingleton<ServiceFactory>(made => made.GetService!).AddSingleton<IMediator, Mediator>()
            .BuildServiceProvider();
        service = new(services.GetRequiredService<IMediator>(), bell, clock, NullLogger<LogService>.Instance);
    }

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        service.Dispose();
        bell.Dispose();
    }

    [Fact]
    public async Task It_seals_at_the_start_soon_after_a_publication_and_when_it_stops_whatever_fails_in_between()
    {
        await service.StartAsync(Cancel);
        Assert.Equal(1, await sealings.Begun.Reader.ReadAsync(Cancel));
        for (var sealing = 2; sealing <= 5; sealing++)
        {
            bell.Ring();
            bell.Ring(); // what is published meanwhile is sealed with it
            Assert.Equal(sealing, await NextAsync(LogService.Gather));
        }
        await service.StopAsync(Cancel);
        Assert.Equal(6, await sealings.Begun.Reader.ReadAsync(Cancel));
        bell.Ring();
        clock.Advance(LogService.Every);
        Assert.False(sealings.Begun.Reader.TryRead(out _));
    }

    [Fact]
    public async Task It_looks_by_the_clock_too_for_what_another_program_published()
    {
        await service.StartAsync(Cancel);
        Assert.Equal(1, await sealings.Begun.Reader.ReadAsync(Cancel));
        Assert.Equal(2, await NextAsync(LogService.Every));
        await service.StopAsync(Cancel);
    }

    /// <summary>Moves the clock until the next sealing begins: the service sets its timers by itself, and may not have come to it.</summary>
    async Task<int> NextAsync(TimeSpan step)
    {
        var next = sealings.Begun.Reader.ReadAsync(Cancel).AsTask();
        while (!next.IsCompleted)
        {
            clock.Advance(step);
            await Task.Yield();
        }
        return await next;
    }

    sealed class Sealings : IRequestHandler<SealLog, LogSealed>
    {
        int count;

        public Channel<int> Begun { get; } = Channel.CreateUnbounded<int>();

        public Task<LogSealed> Handle(SealLog request, CancellationToken cancel)
        {
            Begun.Writer.TryWrite(++count);
            return count switch
            {
                2 => throw new StoreException("down"),
                3 => throw new LogException("put back"),
                4 => throw new InvalidOperationException("a defect"),
                _ => Task.FromResult(new LogSealed(1, 1)),
            };
        }
    }
}
