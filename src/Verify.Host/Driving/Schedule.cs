using Verify.Workflow;

namespace Verify.Host.Driving;

/// <summary>
/// Which processes are due when, and which of them run now. A process at rest costs one entry here and nothing else.
/// Not a queue of work: a process is in one of three places: resting (with or without a time), ready, running.
/// </summary>
/// <remarks>Thread-safe. A process woken while it runs is ready again when that run ends.</remarks>
sealed class Schedule
{
    readonly Lock gate = new();
    readonly Dictionary<ProcessId, DateTimeOffset> resting = [];
    readonly PriorityQueue<ProcessId, DateTimeOffset> times = new();
    readonly Queue<(ProcessId Id, DateTimeOffset? Due)> ready = [];
    readonly HashSet<(ProcessId Id, DateTimeOffset? Due)> isReady = [];
    readonly HashSet<ProcessId> running = [];

    /// <summary>True when nothing is ready or runs.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate) return ready.Count == 0 && running.Count == 0;
        }
    }

    public bool IsRunning(ProcessId id)
    {
        lock (gate) return running.Contains(id);
    }

    /// <summary>
    /// Makes a process ready, or lets it rest until a later time. Ready once for each mark; a second hint without a mark adds nothing. One that
    /// runs is made ready whatever the time: it may be about to rest for longer than it should now.
    /// </summary>
    public void Wake(ProcessId id, DateTimeOffset? due, DateTimeOffset now)
    {
        lock (gate)
        {
            if (due is { } later && later > now && !running.Contains(id)) Rest(id, later, unlessEarlier: true);
            else Ready(id, due);
        }
    }

    /// <summary>Lets a process rest until a time; an earlier one that was set before stays only when <paramref name="unlessEarlier"/>.</summary>
    public void Rest(ProcessId id, DateTimeOffset until, bool unlessEarlier = false)
    {
        lock (gate)
        {
            if (unlessEarlier && resting.TryGetValue(id, out var set) && set <= until) return;
            resting[id] = until;
            times.Enqueue(id, until);
        }
    }

    /// <summary>Forgets the time of a process.</summary>
    public void Forget(ProcessId id)
    {
        lock (gate) resting.Remove(id);
    }

    /// <summary>Lets a process rest that neither rests until a time nor runs.</summary>
    public void RestNew(ProcessId id, DateTimeOffset until)
    {
        lock (gate)
            if (!resting.ContainsKey(id) && !running.Contains(id)) Rest(id, until);
    }

    /// <summary>Makes ready what is due by now, and tells when the next one is.</summary>
    public DateTimeOffset? WakeDue(DateTimeOffset now)
    {
        lock (gate)
        {
            while (times.TryPeek(out var id, out var time))
            {
                if (!resting.TryGetValue(id, out var until) || until != time) times.Dequeue(); // another time was set since
                else if (time > now) return time;
                else
                {
                    times.Dequeue();
                    resting.Remove(id);
                    Ready(id, time);
                }
            }
            return null;
        }
    }

    /// <summary>Takes the next ready process that does not run already.</summary>
    public bool TryTake(out ProcessId id, out DateTimeOffset? due)
    {
        lock (gate)
        {
            for (var left = ready.Count; left > 0; left--)
            {
                (id, due) = ready.Dequeue();
                if (running.Add(id))
                {
                    isReady.Remove((id, due));
                    return true;
                }
                ready.Enqueue((id, due));
            }
        }
        (id, due) = (default, null);
        return false;
    }

    /// <summary>Ends a run.</summary>
    public void Done(ProcessId id)
    {
        lock (gate) running.Remove(id);
    }

    void Ready(ProcessId id, DateTimeOffset? due)
    {
        if (isReady.Add((id, due))) ready.Enqueue((id, due));
    }
}
