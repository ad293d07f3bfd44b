using System.Collections.Immutable;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Driving;

/// <summary>Folds, asks what is next, does it, appends, until nothing is due: the part of <see cref="Advance"/> that every process shares.</summary>
static class ProcessRun
{
    /// <param name="perform">Does a piece of work and returns the event that says so. Idempotent: it may be called again for the same work.</param>
    /// <returns>The state at rest, its history, and the step it rests at (never <see cref="Step.Do"/>).</returns>
    public static async Task<(TState State, History<TEvent> History, Step AtRest)> ToRestAsync<TState, TEvent>(
        Journal<TEvent> journal,
        string id,
        Func<IEnumerable<TEvent>, TState> fold,
        Func<TState, Step> next,
        Func<TState, Work, Task<TEvent>> perform,
        CancellationToken cancel)
        where TEvent : class, IEvent
    {
        var history = await journal.LoadAsync(id, cancel);
        var unwritten = ImmutableArray<TEvent>.Empty;
        while (true)
        {
            var state = fold(history.Events.Concat(unwritten));
            var step = next(state);
            if (step is Step.Do due)
            {
                unwritten = unwritten.Add(await DeskTrace.WorkAsync(due.Work, () => perform(state, due.Work)));
                if (due.Work.ShowsInStore) continue;
            }
            else if (unwritten.IsEmpty)
            {
                return (state, history, step);
            }
            history = (await journal.AppendAsync(id, history, unwritten, cancel)).History; // other events, where it was refused
            unwritten = [];
        }
    }
}
