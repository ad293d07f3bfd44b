using MediatR;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Verify.Functions.Driving;
using Verify.Functions.Tests.Fakes;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Due;

namespace Verify.Functions.Tests.Driving;

/// <summary>The Durable driver as it is deployed, over a task hub in memory: real orchestrations, activities, wake-ups and sweep.</summary>
sealed class DurableDriver : IScenarioDriver
{
    static readonly Dictionary<string, Func<TaskOrchestrationContext, Task<string?>>> Orchestrators = new()
    {
        [nameof(ArticleOrchestration)] = ArticleOrchestration.RunAsync,
        [nameof(ReviewOrchestration)] = ReviewOrchestration.RunAsync,
    };

    readonly ClientInUse clients = new();
    readonly FakeTaskHub hub;
    readonly FakeTimeProvider clock;
    DurableWakeUps? wakeUps;
    Activities? activities;
    DueSweep? sweep;

    public DurableDriver(FakeTaskHub hub, FakeTimeProvider clock)
    {
        (this.hub, this.clock) = (hub, clock);
        Client = new(hub);
    }

    public FakeClient Client { get; }

    /// <summary>How many of the next activities fail before they do anything.</summary>
    public int FailingActivities { get; set; }

    public List<CallActivity> Performed { get; } = [];

    public Task StartAsync(IMediator mediator, DueMarks marks)
    {
        wakeUps = new(clients, mediator, clock, NullLogger<DurableWakeUps>.Instance);
        activities = new(mediator, clients);
        sweep = new(marks, wakeUps, clock);
        return Task.CompletedTask;
    }

    public async ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default) =>
        await clients.WithAsync(Client, async () =>
        {
            await wakeUps!.WakeAsync(id, due, cancel);
            return true;
        });

    public Task SettleAsync() => hub.SettleAsync(Orchestrators, PerformAsync);

    public async Task PassAsync(TimeSpan time)
    {
        await SettleAsync();
        var end = clock.GetUtcNow() + time;
        while (hub.Next is { } next && next <= end)
        {
            if (next > clock.GetUtcNow()) clock.SetUtcNow(next);
            await SettleAsync();
        }
        clock.SetUtcNow(end);
        await SweepAsync();
    }

    /// <summary>What the timer trigger does every minute.</summary>
    public async Task<int> SweepAsync()
    {
        var swept = await clients.WithAsync(Client, () => sweep!.SweepAsync(CancellationToken.None));
        await SettleAsync();
        return swept;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task<string> PerformAsync(CallActivity call)
    {
        Performed.Add(call);
        if (FailingActivities > 0 && FailingActivities-- > 0) throw new InvalidOperationException("The store answered 503.");
        return Wire.Write(call.Name == Activities.Advance
            ? await activities!.AdvanceAsync(Wire.Read<AdvanceInput>(call.Input), Client, CancellationToken.None)
            : await activities!.StallAsync(Wire.Read<StallInput>(call.Input), Client, CancellationToken.None));
    }
}
