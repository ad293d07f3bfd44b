using Microsoft.DurableTask;

namespace Verify.Functions.Tests.Fakes;

/// <summary>One orchestration: its history, and what it asked for. Every episode replays it from its beginning.</summary>
sealed class FakeInstance(string id, string name, string input)
{
    readonly List<Happened> history = [];
    readonly Queue<Happened> arrived = [];
    readonly HashSet<int> cancelled = [];
    List<Asked> asked = [];
    bool isBegun;

    public string Id => id;

    public string Name => name;

    public string Input { get; private set; } = input;

    /// <summary>How many runs it had: continue-as-new begins another.</summary>
    public int Runs { get; private set; } = 1;

    public bool IsOver { get; private set; }

    public string? Output { get; private set; }

    /// <summary>What stopped it; null for a normal end.</summary>
    public string? Failure { get; private set; }

    public string? Status { get; private set; }

    /// <summary>When it starts, where that was put off; null once it has started.</summary>
    public DateTimeOffset? StartsAt { get; set; }

    public bool HasWork(DateTimeOffset now) => !IsOver && !(StartsAt > now) && (!isBegun || arrived.Count > 0);

    public IReadOnlyList<Asked> Asked => asked;

    public IReadOnlyList<Happened> History => history;

    /// <summary>Start, everything asked for, completion: what the platform bills and stores.</summary>
    public int Actions => 1 + asked.Count + (IsOver ? 1 : 0);

    public bool IsCancelled(int action) => cancelled.Contains(action);

    public void Arrive(Happened happened)
    {
        if (!IsOver) arrived.Enqueue(happened);
    }

    /// <summary>Replays, and hands over what arrived since.</summary>
    /// <returns>What it asks for now, by action.</returns>
    public IReadOnlyList<(int Action, Asked Asked)> Episode(Func<TaskOrchestrationContext, Task<string?>> orchestrator, DateTimeOffset now)
    {
        (isBegun, StartsAt) = (true, null);
        history.Add(new EpisodeBegan(now));
        while (arrived.TryDequeue(out var happened)) history.Add(happened);

        var before = asked.Count;
        var (context, run) = Replay(orchestrator, id, name, Input, asked, history);
        asked = [.. context.AllAsked];
        cancelled.UnionWith(context.Cancelled);
        Status = context.Status ?? Status;
        if (!run.IsCompleted) return [.. asked.Index().Skip(before)];

        if (context.Anew is { } next) BeginAnew(next, context.Unheard);
        else End(run);
        return IsOver || context.Anew is not null ? [] : [.. asked.Index().Skip(before)];
    }

    /// <summary>Runs an orchestrator against a history, as after a restart.</summary>
    /// <exception cref="NotDeterministicException">It asks for something else than it did.</exception>
    public static (ReplayContext Context, Task<string?> Run) Replay(
        Func<TaskOrchestrationContext, Task<string?>> orchestrator, string id, string name, string input, IReadOnlyList<Asked> asked, IEnumerable<Happened> history)
    {
        var context = new ReplayContext(id, name, input, asked);
        Task<string?>? run = null;
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null); // what an orchestrator awaits comes back at once, on this thread
        try
        {
            foreach (var happened in history)
            {
                context.Apply(happened);
                run ??= orchestrator(context);
                if (run.Exception?.InnerException is NotDeterministicException wrong) throw wrong;
            }
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
        return (context, run ?? throw new ArgumentException("A history begins with an episode.", nameof(history)));
    }

    void BeginAnew(string next, IEnumerable<EventRaised> unheard)
    {
        Input = next;
        Runs++;
        history.Clear();
        asked = [];
        cancelled.Clear();
        isBegun = false;
        foreach (var raised in unheard) arrived.Enqueue(raised);
    }

    void End(Task<string?> run)
    {
        IsOver = true;
        if (run.IsFaulted) Failure = run.Exception.InnerException!.Message;
        else Output = run.Result;
    }
}
