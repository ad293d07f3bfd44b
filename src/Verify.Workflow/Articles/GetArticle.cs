using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Articles;

/// <summary>One article as it stands.</summary>
public sealed record GetArticle(ArticleId Id) : IRequest<Answer<ArticleView>>, IAboutProcess
{
    ProcessId IAboutProcess.About => Id;
}

sealed class GetArticleHandler(Journal<ArticleEvent> articles, ArticleBlobs kept) : IRequestHandler<GetArticle, Answer<ArticleView>>
{
    public async Task<Answer<ArticleView>> Handle(GetArticle asked, CancellationToken cancel)
    {
        var article = Article.Fold((await articles.LoadAsync(asked.Id.Value, cancel)).Events);
        if (article.Received is null) return new Refusal(RefusalKind.NotFound, "articleNotFound", $"There is no article {asked.Id}.");
        if (article.Erased is { } erased) return ErasedArticles.Refuse(asked.Id, erased);
        var text = await kept.TextAsync(asked.Id, cancel);
        return new ArticleView(
            Summarise(asked.Id, article), text.Authors, text.Publisher, text.Published, text.Url, text.Text, await ClaimsAsync(asked.Id, article, cancel));
    }

    internal static ArticleSummary Summarise(ArticleId id, Article article)
    {
        var received = article.Received!;
        if (article.Erased is { } erased)
            return new(id, null, received.Language, received.Format, received.Bytes, received.At, [], ArticleOutcome.Erased, null, null, erased.At);
        return new(
            id, received.Title, received.Language, received.Format, received.Bytes, received.At, article.Sources, article.Outcome,
            article.Found?.Queued.Length, article.Found is null ? null : article.Closed.Count);
    }

    async Task<ImmutableArray<ArticleClaim>> ClaimsAsync(ArticleId id, Article article, CancellationToken cancel)
    {
        if (article.Found is not { Queued: not [] } found) return [];
        var queued = found.Queued.ToHashSet();
        return
        [
            .. from reading in (await kept.ClaimsAsync(id, found.Extractor, cancel)).Claims
               where queued.Remove(reading.Start)
               let claim = new ClaimId(id, reading.Start)
               select new ArticleClaim(
                   claim, reading.Claim, [.. reading.Quantities.Select(quantity => quantity.Number)], article.Closed.GetValueOrDefault(claim)?.Outcome,
                   article.RecordOf(claim), article.Superseded.GetValueOrDefault(claim)?.Kind),
        ];
    }
}
