using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Audit;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Erasing;

/// <summary>
/// Somebody may demand by law that an article's text goes: its blobs, its open reviews, every copy. Its hash stays, so that the same bytes are
/// not taken in again, and so do records. Erasing it again goes on with what was cut off, and answers the same.
/// </summary>
public sealed record EraseArticle(ArticleId Article, Actor By, string Reason) : IRequest<Answer<ErasedArticle>>, IAboutProcess, IAudited
{
    string IAudited.Person => By.Id;

    ProcessId IAboutProcess.About => Article;
}

/// <summary>An article that was erased.</summary>
/// <param name="By">A pseudonym.</param>
/// <param name="Blobs">How many blobs went: the article's own and copies in quarantine.</param>
/// <param name="Reviews">How many reviews lost their words.</param>
/// <param name="Records">Records that were made of it, corrections and retractions among them, and stay.</param>
public sealed record ErasedArticle(ArticleId Id, DateTimeOffset At, string By, string Reason, int Blobs, int Reviews, ImmutableArray<string> Records);

sealed class EraseArticleHandler(Journal<ArticleEvent> articles, DueMarks due, IMediator mediator, TimeProvider clock) : IRequestHandler<EraseArticle, Answer<ErasedArticle>>
{
    public async Task<Answer<ErasedArticle>> Handle(EraseArticle asked, CancellationToken cancel)
    {
        if (OperatorReason.Refuse(asked.Reason) is { } refusal) return refusal;
        ArticleErased? erased;
        while (true)
        {
            var history = await articles.LoadAsync(asked.Article.Value, cancel);
            var article = Article.Fold(history.Events);
            if (article.Received is null) return new Refusal(RefusalKind.NotFound, "articleNotFound", $"There is no article {asked.Article}.");
            erased = article.Erased;
            if (erased is not null) break;
            var now = clock.GetUtcNow();
            await due.MarkAsync(asked.Article, now, cancel); // whoever starts the desk next goes on with it
            await articles.AppendAsync(asked.Article.Value, history, new ArticleErased("articleErased", now, asked.By.Id, asked.Reason.Trim()), cancel);
        }
        await mediator.Send(new Advance(asked.Article, erased.At), cancel);

        var events = (await articles.LoadAsync(asked.Article.Value, cancel)).Events;
        if (events.OfType<ArticleCleared>().FirstOrDefault() is not { } cleared)
            return new Refusal(RefusalKind.Conflict, "erasureStalled", $"The words of article {asked.Article} are not all gone. \"verify\" or GET /api/stalled says what stops it; mend that, then erase it once more.");
        ImmutableArray<string> records =
        [
            .. events.OfType<ReviewClosed>().Where(closed => closed.RecordId is not null).Select(closed => closed.RecordId!),
            .. events.OfType<RecordSuperseded>().Select(superseded => superseded.NewRecord),
        ];
        return new ErasedArticle(asked.Article, erased.At, erased.By, erased.Reason, cleared.Blobs, cleared.Reviews, records);
    }
}
