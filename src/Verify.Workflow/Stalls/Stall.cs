using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Stalls;

/// <summary>A driver gave up on a process for now: every try to <see cref="Advance"/> it failed. Becomes an event and a mark that an operator sees.</summary>
/// <param name="Reason">What the last try said.</param>
public sealed record Stall(ProcessId Id, string Reason) : IRequest<Progress>, IAboutProcess
{
    ProcessId IAboutProcess.About => Id;
}

sealed class StallHandler(Journal<ArticleEvent> articles, Journal<ReviewEvent> reviews, StalledMarks marks, DueMarks due, TimeProvider clock)
    : IRequestHandler<Stall, Progress>
{
    public async Task<Progress> Handle(Stall asked, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await NoteAsync(asked, now, cancel) is not { } stalled) return Progress.Waiting(now); // something happened meanwhile: try again
        await due.MarkAsync(asked.Id, stalled.RetryAt, cancel);
        await marks.SetAsync(asked.Id, stalled, cancel);
        return Progress.Waiting(stalled.RetryAt, stalled.Reason);
    }

    async Task<Stalled?> NoteAsync(Stall asked, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            return asked.Id.IsReview
                ? await NoteAsync(
                    reviews, asked, now, events => Review.Fold(events).Stalled, (id, stalled) => new ReviewStalled(id, now, stalled.Reason, stalled.RetryAt), cancel)
                : await NoteAsync(
                    articles, asked, now, events => Article.Fold(events).Stalled, (id, stalled) => new ArticleStalled(id, now, stalled.Reason, stalled.RetryAt), cancel);
        }
        catch (JournalException broken)
        {
            return Stalled.Unwritten(now, broken.Message);
        }
    }

    static async Task<Stalled?> NoteAsync<TEvent>(
        Journal<TEvent> journal, Stall asked, DateTimeOffset now, Func<IEnumerable<TEvent>, Stalled?> before, Func<string, Stalled, TEvent> note, CancellationToken cancel)
        where TEvent : class, IEvent
    {
        var history = await journal.LoadAsync(asked.Id.Value, cancel);
        var stalled = Stalled.Again(before(history.Events), now, asked.Reason);
        return (await journal.AppendAsync(asked.Id.Value, history, note(EventId.New("stalled"), stalled), cancel)).IsWritten ? stalled : null;
    }
}
