using Microsoft.DurableTask;
using Microsoft.Extensions.Time.Testing;

namespace Verify.Functions.Tests.Fakes;

/// <summary>A task hub in memory: instances, their timers, and the activities that are under way. Outlives the program that runs over it.</summary>
sealed class FakeTaskHub(FakeTimeProvider clock)
{
    readonly Dictionary<string, FakeInstance> instances = [];
    readonly Queue<(FakeInstance Instance, int Action, CallActivity Call)> calls = [];
    readonly PriorityQueue<(FakeInstance Instance, int Run, int Action), DateTimeOffset> timers = new();

    public IReadOnlyDictionary<string, FakeInstance> Instances => instances;

    /// <summary>When something happens by itself next: a timer, or a start that was put off.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            var start = instances.Values.Min(instance => instance.StartsAt);
            var timer = NextTimer;
            return start is null || timer < start ? timer : start;
        }
    }

    DateTimeOffset? NextTimer
    {
        get
        {
            while (timers.TryPeek(out var timer, out var at))
            {
                if (!timer.Instance.IsOver && timer.Instance.Runs == timer.Run && !timer.Instance.IsCancelled(timer.Action)) return at;
                timers.Dequeue();
            }
            return null;
        }
    }

    /// <summary>False when one of this id runs or is going to.</summary>
    /// <param name="startsAt">Put off by whole seconds, as on the platform.</param>
    public bool TryStart(string name, string id, string input, DateTimeOffset? startsAt)
    {
        if (instances.TryGetValue(id, out var there) && !there.IsOver) return false;
        instances[id] = new(id, name, input) { StartsAt = startsAt is { } at ? clock.GetUtcNow().AddSeconds(Math.Floor((at - clock.GetUtcNow()).TotalSeconds)) : null };
        return true;
    }

    /// <summary>As on the platform: nothing happens, and no error, when there is no such instance, or it is over, or is yet to start.</summary>
    public void Raise(string id, string name, string payload)
    {
        if (instances.TryGetValue(id, out var instance) && instance.StartsAt is null) instance.Arrive(new EventRaised(name, payload));
    }

    /// <summary>Loses everything, as when a desk is moved with its store alone.</summary>
    public void Forget()
    {
        instances.Clear();
        calls.Clear();
        timers.Clear();
    }

    /// <summary>Runs orchestrators and activities until all of them wait.</summary>
    public async Task SettleAsync(
        IReadOnlyDictionary<string, Func<TaskOrchestrationContext, Task<string?>>> orchestrators, Func<CallActivity, Task<string>> perform)
    {
        while (true)
        {
            FireTimers();
            if (instances.Values.FirstOrDefault(instance => instance.HasWork(clock.GetUtcNow())) is { } ready)
            {
                foreach (var (action, asked) in ready.Episode(orchestrators[ready.Name], clock.GetUtcNow())) Take(ready, action, asked);
            }
            else if (calls.TryDequeue(out var call))
            {
                call.Instance.Arrive(await AnswerAsync(call.Action, call.Call, perform));
            }
            else
            {
                return;
            }
        }
    }

    static async Task<Happened> AnswerAsync(int action, CallActivity call, Func<CallActivity, Task<string>> perform)
    {
        try
        {
            return new TaskCompleted(action, await perform(call));
        }
        catch (Exception failed)
        {
            return new TaskFailed(action, failed.Message);
        }
    }

    void Take(FakeInstance instance, int action, Asked asked)
    {
        switch (asked)
        {
            case CallActivity call: calls.Enqueue((instance, action, call)); break;
            case StartTimer timer: timers.Enqueue((instance, instance.Runs, action), timer.At); break;
            default: throw new InvalidOperationException($"Nobody does a {asked.GetType().Name}.");
        }
    }

    void FireTimers()
    {
        while (NextTimer is { } at && at <= clock.GetUtcNow())
        {
            var (instance, _, action) = timers.Dequeue();
            instance.Arrive(new TimerFired(action));
        }
    }
}
