using System.Collections.Concurrent;
using MediatR;
using Microsoft.Extensions.Time.Testing;
using Verify.Workflow;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;

namespace Verify.Testing.Workflow;

/// <summary>Something that drives processes, as the scenarios see it.</summary>
public interface IScenarioDriver : IWakeUps, IAsyncDisposable
{
    /// <summary>Learns what is marked due in the store, as after a restart.</summary>
    Task StartAsync(IMediator mediator, DueMarks marks);

    /// <summary>Returns once nothing moves by itself at this time.</summary>
    Task SettleAsync();

    /// <summary>Lets time pass, and everything happen that comes due meanwhile.</summary>
    Task PassAsync(TimeSpan time);
}

/// <summary>The simplest driver: one thread, one process after the other, only when cranked. Forgets everything when dropped.</summary>
public sealed class CrankedDriver(FakeTimeProvider clock) : IScenarioDriver
{
    readonly ConcurrentQueue<(ProcessId Id, DateTimeOffset? Due)> ready = []; // hints may come from any thread
    readonly Dictionary<ProcessId, DateTimeOffset> resting = [];
    IMediator? mediator;

    DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Set to lose every hint, as when the process that was told dies.</summary>
    public bool IsDeaf { get; set; }

    public async Task StartAsync(IMediator mediator, DueMarks marks)
    {
        this.mediator = mediator;
        await foreach (var mark in marks.ListAsync()) resting.TryAdd(mark.Id, mark.Minute);
        WakeDue();
    }

    public ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default)
    {
        if (IsDeaf) return ValueTask.CompletedTask;
        if (due is { } later && later > clock.GetUtcNow()) RestUnlessEarlier(id, later);
        else ready.Enqueue((id, due));
        return ValueTask.CompletedTask;
    }

    public async Task SettleAsync()
    {
        while (ready.TryDequeue(out var next)) await ProcessLoop.RunAsync(new Port(this, next.Id), next.Due);
    }

    public async Task PassAsync(TimeSpan time)
    {
        await SettleAsync();
        var end = clock.GetUtcNow() + time;
        while (resting.Count > 0 && resting.Values.Min() is var next && next <= end)
        {
            if (next > clock.GetUtcNow()) clock.SetUtcNow(next);
            WakeDue();
            await SettleAsync();
        }
        clock.SetUtcNow(end);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    void Rest(ProcessId id, DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        resting[id] = until > now ? until : now + TimeSpan.FromSeconds(1);
    }

    void RestUnlessEarlier(ProcessId id, DateTimeOffset until)
    {
        if (!resting.TryGetValue(id, out var set) || set > until) resting[id] = until;
    }

    void WakeDue()
    {
        foreach (var (id, until) in resting.Where(entry => entry.Value <= clock.GetUtcNow()).ToList())
        {
            resting.Remove(id);
            ready.Enqueue((id, until));
        }
    }

    sealed class Port(CrankedDriver driver, ProcessId id) : IProcessPort
    {
        public Task<Progress> AdvanceAsync(DateTimeOffset? due) => driver.mediator!.Send(new Advance(id, due));

        public DateTimeOffset Now => driver.Now;

        public Task StartAsync(ProcessId child, DateTimeOffset until)
        {
            driver.RestUnlessEarlier(child, until);
            return Task.CompletedTask;
        }

        public Task<Waited> WaitAsync(DateTimeOffset? until)
        {
            driver.resting.Remove(id);
            if (until is { } time) driver.Rest(id, time);
            return Task.FromResult<Waited>(new Waited.Parked());
        }
    }
}
