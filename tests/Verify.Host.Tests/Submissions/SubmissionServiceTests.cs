using System.Threading.Channels;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Host.Submissions;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Submissions;

namespace Verify.Host.Tests.Submissions;

public sealed class SubmissionServiceTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly Sweeps sweeps = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_sweeps_at_the_start_and_twice_a_minute_whatever_fails_in_between()
    {
        var services = new ServiceCollection()
            .AddSingleton<IRequestHandler<SweepSubmissions, SweptSubmissions>>(sweeps)
            .AddSingleton<ServiceFactory>(made => made.GetService!).AddSingleton<IMediator, Mediator>()
            .BuildServiceProvider();
        using var service = new SubmissionService(services.GetRequiredService<IMediator>(), clock, NullLogger<SubmissionService>.Instance);
        await service.StartAsync(Cancel);
        await sweeps.Started.Reader.ReadAsync(Cancel);
        for (var sweep = 2; sweep <= 4; sweep++)
        {
            clock.Advance(SubmissionService.Every);
            Assert.Equal(sweep, await sweeps.Started.Reader.ReadAsync(Cancel));
        }
        await service.StopAsync(Cancel);
        clock.Advance(SubmissionService.Every);
        Assert.False(sweeps.Started.Reader.TryRead(out _));
    }

    sealed class Sweeps : IRequestHandler<SweepSubmissions, SweptSubmissions>
    {
        int count;

        public Channel<int> Started { get; } = Channel.CreateUnbounded<int>();

        public Task<SweptSubmissions> Handle(SweepSubmissions request, CancellationToken cancel)
        {
            Started.Writer.TryWrite(++count);
            return count switch
            {
                1 => throw new StoreException("down"),
                2 => throw new InvalidOperationException("a defect"),
                _ => Task.FromResult(new SweptSubmissions(1, 1, 0)),
            };
        }
    }
}
