using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Audit;
using Verify.Workflow.Driving;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Stalls;

/// <summary>An operator has mended what stalled a process, and does not wait for its next try.</summary>
public sealed record Retry(ProcessId Id, Actor By) : IRequest<Answer<StalledProcess>>, IAboutProcess, IAudited
{
    string IAudited.Person => By.Id;

    ProcessId IAboutProcess.About => Id;
}

sealed class RetryHandler(Journal<ArticleEvent> articles, Journal<ReviewEvent> reviews, StalledMarks marks, IWakeUps driver, TimeProvider clock)
    : IRequestHandler<Retry, Answer<StalledProcess>>
{
    public async Task<Answer<StalledProcess>> Handle(Retry asked, CancellationToken cancel)
    {
        if (await marks.FindAsync(asked.Id, cancel) is not { } stalled)
            return new Refusal(RefusalKind.NotFound, "notStalled", $"{asked.Id} is not stalled. GET /api/stalled lists what is.");
        var now = clock.GetUtcNow();
        try
        {
            await (asked.Id.IsReview
                ? NoteAsync(reviews, asked.Id.Value, events => Review.Fold(events).Stalled, id => new ReviewRetried(id, now, asked.By.Id), cancel)
                : NoteAsync(articles, asked.Id.Value, events => Article.Fold(events).Stalled, id => new ArticleRetried(id, now, asked.By.Id), cancel));
        }
        catch (JournalException broken)
        {
            return new Refusal(RefusalKind.Conflict, "journalBroken", $"{broken.Message} Restore the journal from a backup, then try again.");
        }
        await marks.RemoveAsync(asked.Id, cancel);
        await driver.WakeAsync(asked.Id, cancel: cancel);
        return new StalledProcess(asked.Id.Value, stalled.Reason, stalled.Times, stalled.At, now);
    }

    static async Task NoteAsync<TEvent>(
        Journal<TEvent> journal, string id, Func<IEnumerable<TEvent>, Stalled?> stalled, Func<string, TEvent> note, CancellationToken cancel)
        where TEvent : class, IEvent
    {
        while (true)
        {
            var history = await journal.LoadAsync(id, cancel);
            if (stalled(history.Events) is null) return;
            if ((await journal.AppendAsync(id, history, note(EventId.New("retried")), cancel)).IsWritten) return;
        }
    }
}
