using MediatR;
using Microsoft.Extensions.Logging;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Stalls;

namespace Verify.Host.Driving;

/// <summary>
/// Runs every process in this one: wake-ups make them ready, and a timer wakes those that are due. The marks in the store are swept at the start
/// and now and then, for what is due soon: what is due later costs nothing here, and what another program marked is found.
/// </summary>
/// <param name="mediator">Resolved when first needed: the handlers behind it wake this driver.</param>
sealed partial class EmbeddedDriver(Lazy<IMediator> mediator, DueMarks marks, TimeProvider clock, ILogger<EmbeddedDriver> log) : IWakeUps, IAsyncDisposable
{
    const int Workers = 4;
    static readonly TimeSpan LongestRetry = TimeSpan.FromMinutes(1);

    /// <summary>About three minutes of tries; then a person is told.</summary>
    const int TriesBeforeStall = 8;

    readonly Schedule schedule = new();
    readonly SemaphoreSlim signal = new(0);
    readonly CancellationTokenSource stopping = new();
    readonly Dictionary<ProcessId, int> failures = [];
    TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    ITimer? timer;
    MarkSweeper? sweeper;
    Task[] workers = [];
    bool isDisposed;

    bool IsIdle => sweeper?.IsSweeping != true && schedule.IsIdle;

    DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Learns what is marked due soon and starts to run it.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        timer = clock.CreateTimer(_ => WakeDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        sweeper = new(marks, mark => WakeAsync(mark.Id, mark.Minute), TellIdle, clock, log);
        Started(await sweeper.StartAsync(cancel));
        workers = [.. Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync, CancellationToken.None))];
        WakeDue();
    }

    /// <summary>Ends after the runs that are under way.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(workers);
    }

    /// <inheritdoc/>
    public ValueTask WakeAsync(ProcessId id, DateTimeOffset? due = null, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        if (due is null || due <= now + MarkSweeper.Soon || schedule.IsRunning(id)) schedule.Wake(id, due, now);
        WakeDue();
        return ValueTask.CompletedTask;
    }

    /// <summary>Completes when nothing is ready and nothing runs. What rests until a later time may then still move by itself.</summary>
    public async Task WhenIdleAsync(CancellationToken cancel)
    {
        while (true)
        {
            var next = Volatile.Read(ref idle);
            if (IsIdle) return;
            await next.Task.WaitAsync(cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A container that knows the driver under two names disposes it twice.
        if (Interlocked.Exchange(ref isDisposed, true)) return;
        await StopAsync();
        if (timer is not null) await timer.DisposeAsync();
        if (sweeper is not null) await sweeper.DisposeAsync();
        stopping.Dispose();
        signal.Dispose();
    }

    void WakeDue()
    {
        if (schedule.WakeDue(clock.GetUtcNow()) is { } next) SetTimer(next);
        signal.Release();
    }

    void SetTimer(DateTimeOffset next)
    {
        var wait = next - clock.GetUtcNow();
        // A timer holds at most some weeks; it may well fire early, for nothing.
        timer?.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : wait, Timeout.InfiniteTimeSpan);
    }

    void TellIdle()
    {
        if (IsIdle) Interlocked.Exchange(ref idle, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    async Task WorkAsync()
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(stopping.Token);
                while (!stopping.IsCancellationRequested && schedule.TryTake(out var id, out var due))
                {
                    await RunAsync(id, due);
                    schedule.Done(id);
                    signal.Release(); // it may have been woken while it ran, when no worker could take it
                    TellIdle();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    async Task RunAsync(ProcessId id, DateTimeOffset? due)
    {
        try
        {
            var outcome = await ProcessLoop.RunAsync(new Port(this, id), due);
            lock (failures) failures.Remove(id);
            if (outcome is null) return;
            schedule.Forget(id);
            Finished(id, outcome);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            await FailedAsync(id, failed);
        }
        catch (OperationCanceledException)
        {
            // Stopping; the mark in the store brings this process back.
        }
    }

    async Task FailedAsync(ProcessId id, Exception failed)
    {
        int tries;
        lock (failures) tries = failures[id] = failures.GetValueOrDefault(id) + 1;
        var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, tries - 1), LongestRetry.TotalSeconds));
        AdvanceFailed(Trace(failed), id, tries, wait, failed.Message);
        if (tries < TriesBeforeStall || await TryStallAsync(id, failed.Message) is not { } until)
        {
            Rest(id, clock.GetUtcNow() + wait);
            return;
        }
        lock (failures) failures.Remove(id);
        Rest(id, until);
    }

    /// <summary>When a process that was given up is tried again; null when the store does not even take that.</summary>
    async Task<DateTimeOffset?> TryStallAsync(ProcessId id, string reason)
    {
        try
        {
            var until = (await mediator.Value.Send(new Stall(id, reason), stopping.Token)).Until;
            Stalled(id, until, reason);
            return until;
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            StallFailed(Trace(failed), id, failed.Message);
            return null;
        }
    }

    Task<Progress> AdvanceAsync(ProcessId id, DateTimeOffset? due) => mediator.Value.Send(new Advance(id, due), stopping.Token);

    void Rest(ProcessId id, DateTimeOffset until)
    {
        var now = clock.GetUtcNow();
        if (until > now + MarkSweeper.Soon) schedule.Forget(id); // its mark is in the store
        else schedule.Rest(id, until > now ? until : now + TimeSpan.FromSeconds(1)); // clocks that disagree never spin
        WakeDue();
    }

    // A store that does not answer needs no trace; anything else is a defect and does.
    static Exception? Trace(Exception failed) => failed is StoreException ? null : failed;

    sealed class Port(EmbeddedDriver driver, ProcessId id) : IProcessPort
    {
        public Task<Progress> AdvanceAsync(DateTimeOffset? due) => driver.AdvanceAsync(id, due);

        public DateTimeOffset Now => driver.Now;

        public Task StartAsync(ProcessId child, DateTimeOffset until)
        {
            if (until <= driver.Now + MarkSweeper.Soon) driver.schedule.RestNew(child, until);
            driver.WakeDue();
            return Task.CompletedTask;
        }

        public Task<Waited> WaitAsync(DateTimeOffset? until)
        {
            if (until is { } time) driver.Rest(id, time);
            return Task.FromResult<Waited>(new Waited.Parked());
        }
    }

    [LoggerMessage(1001, LogLevel.Information, "The driver runs; {Known} processes are due soon.")]
    partial void Started(int known);

    [LoggerMessage(1002, LogLevel.Debug, "{Id} is finished: {Outcome}.")]
    partial void Finished(ProcessId id, string outcome);

    [LoggerMessage(1003, LogLevel.Warning, "{Id} could not be advanced (try {Tries}, the next in {Wait}): {Reason}")]
    partial void AdvanceFailed(Exception? defect, ProcessId id, int tries, TimeSpan wait, string reason);

    [LoggerMessage(1005, LogLevel.Error, "{Id} is stalled and waits until {Until} for somebody to mend what stops it: {Reason}")]
    partial void Stalled(ProcessId id, DateTimeOffset? until, string reason);

    [LoggerMessage(1006, LogLevel.Error, "{Id} could not even be noted as stalled: {Reason}")]
    partial void StallFailed(Exception? defect, ProcessId id, string reason);
}
