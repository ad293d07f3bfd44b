using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Verify.Functions.Tests.Fakes;

/// <summary>
/// One replay of an orchestrator: what it asks for is held against what it asked before, and what happened is handed to it event by event, on
/// this thread. Waiters for external events stack as in the real one: the newest takes the next event, a cancelled one too.
/// </summary>
sealed class ReplayContext(string id, string name, string input, IReadOnlyList<Asked> askedBefore) : TaskOrchestrationContext
{
    readonly List<Asked> asked = [];
    readonly Dictionary<int, Action<Happened>> open = [];
    readonly HashSet<int> cancelled = [];
    readonly Dictionary<string, Stack<Action<string>>> waiters = [];
    readonly Dictionary<string, Queue<string>> unheard = [];
    DateTimeOffset now;

    public override TaskName Name => name;

    public override string InstanceId => id;

    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => now.UtcDateTime;

    public override bool IsReplaying => asked.Count < askedBefore.Count;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    /// <summary>Everything asked for so far, what was asked before included.</summary>
    public IReadOnlyList<Asked> AllAsked => asked;

    public IReadOnlySet<int> Cancelled => cancelled;

    public string? Status { get; private set; }

    /// <summary>The input of the next run; null when none was asked for.</summary>
    public string? Anew { get; private set; }

    /// <summary>External events that nobody waited for.</summary>
    public IEnumerable<EventRaised> Unheard => unheard.SelectMany(name => name.Value.Select(payload => new EventRaised(name.Key, payload)));

    public void Apply(Happened happened)
    {
        switch (happened)
        {
            case EpisodeBegan began: now = began.At; break;
            case TaskCompleted done: Answer(done.Action, happened); break;
            case TaskFailed failed: Answer(failed.Action, happened); break;
            case TimerFired fired: Answer(fired.Action, happened); break;
            case EventRaised raised: Hear(raised); break;
            default: throw new InvalidOperationException($"{happened.GetType().Name} is no part of a history.");
        }
    }

    public override T? GetInput<T>() where T : default => Wire.Read<T>(input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName activity, object? given = null, TaskOptions? options = null)
    {
        var retry = options?.Retry?.Policy;
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await AskAsync<TResult>(activity.Name, new CallActivity(activity.Name, Wire.Write(given)));
            }
            catch (TaskFailedException) when (retry is not null && tries < retry.MaxNumberOfAttempts)
            {
                var wait = retry.FirstRetryInterval * Math.Pow(retry.BackoffCoefficient, tries - 1);
                await CreateTimer((now + (wait < retry.MaxRetryInterval ? wait : retry.MaxRetryInterval)).UtcDateTime, CancellationToken.None);
            }
        }
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancel)
    {
        var timer = new TaskCompletionSource();
        var action = Ask(new StartTimer(new DateTimeOffset(fireAt, TimeSpan.Zero)), _ => timer.TrySetResult());
        cancel.Register(() =>
        {
            if (timer.TrySetCanceled(cancel)) cancelled.Add(action);
        });
        return timer.Task;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancel = default)
    {
        var waiter = new TaskCompletionSource<T>();
        if (unheard.TryGetValue(eventName, out var earlier) && earlier.TryDequeue(out var payload))
        {
            waiter.SetResult(Wire.Read<T>(payload));
            return waiter.Task;
        }
        if (!waiters.TryGetValue(eventName, out var stack)) waiters[eventName] = stack = [];
        stack.Push(heard => waiter.TrySetResult(Wire.Read<T>(heard)));
        cancel.Register(() => waiter.TrySetCanceled(cancel));
        return waiter.Task;
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? given = null, TaskOptions? options = null) =>
        throw new NotSupportedException();

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        Assert.True(preserveUnprocessedEvents, "Events that nobody waited for must go along.");
        Anew = Wire.Write(newInput);
    }

    public override void SetCustomStatus(object? customStatus) => Status = Wire.Write(customStatus);

    public override void SendEvent(string instanceId, string eventName, object payload) => throw new NotSupportedException();

    public override Guid NewGuid() => throw new NotSupportedException();

    Task<TResult> AskAsync<TResult>(string task, Asked question)
    {
        var answer = new TaskCompletionSource<TResult>();
        var action = asked.Count;
        Ask(question, happened =>
        {
            if (happened is TaskCompleted done) answer.TrySetResult(Wire.Read<TResult>(done.Result));
            else answer.TrySetException(new TaskFailedException(task, action, new InvalidOperationException(((TaskFailed)happened).Message)));
        });
        return answer.Task;
    }

    int Ask(Asked question, Action<Happened> answer)
    {
        var action = asked.Count;
        if (action < askedBefore.Count && askedBefore[action] != question)
            throw new NotDeterministicException($"{id}: action {action} was {askedBefore[action]} and is now {question}.");
        asked.Add(question);
        open[action] = answer;
        return action;
    }

    void Answer(int action, Happened happened)
    {
        if (open.Remove(action, out var answer)) answer(happened);
    }

    void Hear(EventRaised raised)
    {
        if (waiters.TryGetValue(raised.Name, out var stack) && stack.TryPop(out var waiter)) waiter(raised.Payload);
        else if (unheard.TryGetValue(raised.Name, out var queue)) queue.Enqueue(raised.Payload);
        else unheard[raised.Name] = new([raised.Payload]);
    }
}

/// <summary>A replay asked for something else than the run before it did.</summary>
sealed class NotDeterministicException(string message) : Exception(message);
