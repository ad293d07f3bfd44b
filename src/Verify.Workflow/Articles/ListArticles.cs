using System.Collections.Immutable;
using MediatR;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;

namespace Verify.Workflow.Articles;

/// <summary>Articles in the order of their ids.</summary>
/// <param name="Cursor"><see cref="Page{T}.Next"/> of the page before.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListArticles(string? Cursor = null, int Limit = 50) : IRequest<Answer<Page<ArticleSummary>>>;

sealed class ListArticlesHandler(IBlobs blobs, Journal<ArticleEvent> articles) : IRequestHandler<ListArticles, Answer<Page<ArticleSummary>>>
{
    public async Task<Answer<Page<ArticleSummary>>> Handle(ListArticles asked, CancellationToken cancel)
    {
        if (PageLimits.Refuse(asked.Limit, asked.Cursor) is { } refusal) return refusal;
        var items = ImmutableArray.CreateBuilder<ArticleSummary>();
        await foreach (var name in blobs.ListAsync(articles.Prefix, asked.Cursor is null ? null : articles.Prefix + asked.Cursor, cancel))
        {
            if (!ArticleId.TryParse(name[articles.Prefix.Length..], out var id)) continue;
            var article = Article.Fold((await articles.LoadAsync(id.Value, cancel)).Events);
            if (article.Received is null) continue;
            items.Add(GetArticleHandler.Summarise(id, article));
            if (items.Count == asked.Limit) return new Page<ArticleSummary>(items.ToImmutable(), id.Value);
        }
        return new Page<ArticleSummary>(items.ToImmutable(), null);
    }
}
