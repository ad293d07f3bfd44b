using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Host.Driving;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Due;

namespace Verify.Host.Tests.Driving;

/// <summary>What the embedded driver does with processes that fail, sleep or are told twice.</summary>
public sealed class EmbeddedDriverTests
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly MemoryBlobs store = new();
    readonly Advances advances = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    DueMarks Marks => new(store);

    async Task<EmbeddedDriver> StartAsync()
    {
        var services = new ServiceCollection()
            .AddSingleton<IRequestHandler<Advance, Progress>>(advances)
            .AddSingleton<ServiceFactory>(made => made.GetService!).AddSingleton<IMediator, Mediator>()
            .BuildServiceProvider();
        var driver = new EmbeddedDriver(new Lazy<IMediator>(services.GetRequiredService<IMediator>), Marks, clock, NullLogger<EmbeddedDriver>.Instance);
        await driver.StartAsync(Cancel);
        return driver;
    }

    [Fact]
    public async Task What_is_marked_due_runs_at_the_start()
    {
        await Marks.MarkAsync(Sample.Claim, Sample.Noon.AddHours(-1), Cancel);
        await using var driver = await StartAsync();
        await driver.WhenIdleAsync(Cancel);
        Assert.Equal(new Advance(Sample.Claim, Sample.Noon.AddHours(-1)), Assert.Single(advances.Sent));
    }

    [Fact]
    public async Task What_is_marked_for_later_runs_at_its_time()
    {
        await Marks.MarkAsync(Sample.Claim, Sample.Noon.AddDays(40), Cancel);
        await using var driver = await StartAsync();
        await driver.WhenIdleAsync(Cancel);
        Assert.Empty(advances.Sent);

        for (var day = 0; day < 40; day++) clock.Advance(TimeSpan.FromDays(1)); // a timer holds less than that
        await driver.WhenIdleAsync(Cancel);
        Assert.Contains(new Advance(Sample.Claim, Sample.Noon.AddDays(40)), advances.Sent);
    }

    [Fact]
    public async Task A_process_that_fails_is_tried_again_later_and_later()
    {
        advances.Fails = 3;
        await using var driver = await StartAsync();
        await driver.WakeAsync(Sample.Claim, cancel: Cancel);
        await driver.WhenIdleAsync(Cancel);
        foreach (var (seconds, tries) in new[] { (1, 2), (2, 3), (4, 4), (8, 4) })
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            await driver.WhenIdleAsync(Cancel);
            Assert.Equal(tries, advances.Sent.Count);
        }
    }

    [Fact]
    public async Task A_time_that_is_not_in_the_future_waits_a_second()
    {
        advances.Answer = new Progress(null, Sample.Noon.AddSeconds(-5), [], null);
        await using var driver = await StartAsync();
        await driver.WakeAsync(Sample.Claim, cancel: Cancel);
        await driver.WhenIdleAsync(Cancel);
        Assert.Single(advances.Sent);
        clock.Advance(TimeSpan.FromSeconds(1));
        await driver.WhenIdleAsync(Cancel);
        Assert.Equal(2, advances.Sent.Count);
    }

    [Fact]
    public async Task A_mark_that_another_program_wrote_is_swept_up()
    {
        await using var driver = await StartAsync();
        await Marks.MarkAsync(Sample.Claim, clock.GetUtcNow(), Cancel);
        clock.Advance(TimeSpan.FromSeconds(30));
        await driver.WhenIdleAsync(Cancel);
        Assert.Equal(Sample.Claim, Assert.Single(advances.Sent).Id.Claim);
    }

    sealed class Advances : IRequestHandler<Advance, Progress>
    {
        readonly Lock gate = new();
        readonly List<Advance> sent = [];

        public int Fails { get; set; }

        public Progress Answer { get; set; } = new("done", null, [], null);

        public IReadOnlyList<Advance> Sent
        {
            get
            {
                lock (gate) return [.. sent];
            }
        }

        public Task<Progress> Handle(Advance request, CancellationToken cancellationToken)
        {
            lock (gate)
            {
                sent.Add(request);
                return Fails-- > 0 ? Task.FromException<Progress>(new Workflow.Blobs.StoreException("down")) : Task.FromResult(Answer);
            }
        }
    }
}
