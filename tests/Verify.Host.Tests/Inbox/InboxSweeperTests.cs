using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Host.Inbox;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Inbox;

namespace Verify.Host.Tests.Inbox;

/// <summary>The drop container of a host that gets no events about it.</summary>
public sealed class InboxSweeperTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryInbox inbox;

    public InboxSweeperTests() => inbox = new(clock);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    InboxSweeper Over(IMediator mediator) => new(inbox, mediator, clock, NullLogger<InboxSweeper>.Instance);

    static byte[] Article(int n) => Encoding.UTF8.GetBytes($"Dinas Pekerjaan Umum menyatakan {n + 40} jembatan rusak akibat banjir.");

    [Fact]
    public async Task What_lies_there_at_the_start_is_all_taken_in()
    {
        for (var n = 0; n < SweepInbox.MostTaken + 20; n++) inbox.Drop($"{n}.txt", Article(n));
        inbox.Drop("half.part", Article(500));
        inbox.Drop("held.txt", Article(600));
        inbox.Hold("held.txt");
        await using var desk = await TestDesk.OpenAsync(new MemoryBlobs(), clock, new CrankedDriver(clock), more: services => services.AddInbox(inbox));
        var sweeps = new Sweeps(desk.Mediator);
        using var sweeper = Over(sweeps.Mediator);

        await sweeper.StartAsync(Cancel);
        await sweeps.NextAsync(Cancel);
        await sweeps.NextAsync(Cancel); // 100 at a time
        await sweeper.StopAsync(Cancel);

        Assert.Equal(["half.part", "held.txt"], inbox.Names);
        Assert.Equal(SweepInbox.MostTaken + 21, (await desk.Mediator.Send(new GetStats(), Cancel)).Articles);
    }

    [Fact]
    public async Task It_is_looked_into_every_half_minute_whatever_came_of_it()
    {
        await using var desk = await TestDesk.OpenAsync(new MemoryBlobs(), clock, new CrankedDriver(clock), more: services => services.AddInbox(inbox));
        var sweeps = new Sweeps(desk.Mediator);
        using var sweeper = Over(sweeps.Mediator);
        await sweeper.StartAsync(Cancel);
        await sweeps.NextAsync(Cancel);
        foreach (var failure in new Exception?[] { new StoreException("It does not answer."), new InvalidOperationException("A defect."), null })
        {
            sweeps.Failure = failure;
            inbox.Drop("a.txt", Article(1));
            clock.Advance(TimeSpan.FromSeconds(30));
            await sweeps.NextAsync(Cancel);
        }
        await sweeper.StopAsync(Cancel);

        Assert.Empty(inbox.Names);
    }

    /// <summary>Hands sweeps on, and tells when each is over.</summary>
    sealed class Sweeps : IRequestHandler<SweepInbox, InboxSwept>
    {
        readonly IMediator desk;
        readonly SemaphoreSlim over = new(0);

        public Sweeps(IMediator desk)
        {
            this.desk = desk;
            Mediator = new ServiceCollection()
                .AddSingleton<IRequestHandler<SweepInbox, InboxSwept>>(this)
                .AddSingleton<ServiceFactory>(made => made.GetService!).AddSingleton<IMediator, Mediator>()
                .BuildServiceProvider().GetRequiredService<IMediator>();
        }

        public IMediator Mediator { get; }

        public Exception? Failure { get; set; }

        public Task NextAsync(CancellationToken cancel) => over.WaitAsync(cancel);

        public async Task<InboxSwept> Handle(SweepInbox asked, CancellationToken cancel)
        {
            try
            {
                return Failure is { } failure ? throw failure : await desk.Send(asked, cancel);
            }
            finally
            {
                over.Release();
            }
        }
    }
}
