using Microsoft.DurableTask;
using Verify.Workflow;
using Verify.Workflow.Driving;

namespace Verify.Functions.Driving;

/// <summary>What the loop asks for, as durable actions. Runs inside an orchestrator: no clock, no I/O, no task but the context's own.</summary>
sealed class DurablePort(TaskOrchestrationContext context, ProcessId id) : IProcessPort
{
    /// <summary>
    /// The longest wait that an orchestration is kept for. Beyond it the mark in the store stands for the process: a hint or the sweep begins
    /// another orchestration of the same id.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>A loop that advanced this often goes on in a new run: a history grows with everything that happened.</summary>
    public const int AdvancesInOneRun = 100;

    /// <summary>About four minutes of tries; then a person is told.</summary>
    static readonly TaskOptions Tries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 8, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(2)));

    /// <summary>When not even the stall can be written down there is no mark either: the orchestration itself must wait.</summary>
    static readonly TimeSpan UnknownStall = LongestWait;

    Task<WakeUp>? waiter;
    int advances;
    string? stalled;

    public DateTimeOffset Now => new(context.CurrentUtcDateTime, TimeSpan.Zero);

    public async Task<Progress> AdvanceAsync(DateTimeOffset? due)
    {
        advances++;
        Tell("advancing", null);
        var progress = await TryAdvanceAsync(due);
        stalled = progress.Stalled;
        return progress;
    }

    /// <summary>Nothing runs for a process at rest.</summary>
    public Task StartAsync(ProcessId child, DateTimeOffset until) => Task.CompletedTask;

    public async Task<Waited> WaitAsync(DateTimeOffset? until)
    {
        Tell(stalled is null ? "waiting" : "stalled", until);
        if (until is not { } time || time - Now > LongestWait) return new Waited.Parked();
        // One waiter for the life of the run: a cancelled one would stay and take a later event with it.
        waiter ??= context.WaitForExternalEvent<WakeUp>(WakeUp.Name);
        return await TimerWinsAsync(time > Now ? time : Now + TimeSpan.FromSeconds(1)) ? new Waited.TimeCame() : new Waited.WokenUp(await EarliestAsync(waiter));
    }

    public bool BeginsAnew(DateTimeOffset? due)
    {
        if (advances < AdvancesInOneRun) return false;
        context.ContinueAsNew(LoopStart.Advancing(due)); // events that nobody waited for go along
        return true;
    }

    async Task<bool> TimerWinsAsync(DateTimeOffset time)
    {
        using var woken = new CancellationTokenSource();
        var timer = context.CreateTimer(time.UtcDateTime, woken.Token);
        if (await Task.WhenAny(timer, waiter!) == timer) return true;
        woken.Cancel(); // CancelAsync would leave the orchestrator's thread
        return false;
    }

    /// <summary>Takes all that came in meanwhile: one advance answers every hint. What is due now is null.</summary>
    async Task<DateTimeOffset?> EarliestAsync(Task<WakeUp> first)
    {
        var due = (await first).Due;
        while ((waiter = context.WaitForExternalEvent<WakeUp>(WakeUp.Name)).IsCompleted)
        {
            var next = (await waiter).Due;
            due = due is null || next is null ? null : next < due ? next : due;
        }
        return due;
    }

    async Task<Progress> TryAdvanceAsync(DateTimeOffset? due)
    {
        try
        {
            return (await context.CallActivityAsync<AdvanceOutput>(Activities.Advance, new AdvanceInput(id.Value, due), Tries)).ToProgress(id);
        }
        catch (TaskFailedException failed)
        {
            return await StallAsync(failed.FailureDetails.ErrorMessage);
        }
    }

    async Task<Progress> StallAsync(string reason)
    {
        try
        {
            return (await context.CallActivityAsync<AdvanceOutput>(Activities.Stall, new StallInput(id.Value, reason), Tries)).ToProgress(id);
        }
        catch (TaskFailedException)
        {
            return new(null, Now + UnknownStall, [], null, reason);
        }
    }

    void Tell(string state, DateTimeOffset? until) => context.SetCustomStatus(new LoopStatus(state, until, advances, stalled));
}
