using System.Collections.Immutable;
using MediatR;
using Verify.Claims;
using Verify.Workflow.Articles;
using Verify.Workflow.Audit;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Rereading;

/// <summary>
/// This version of the extractor reads an article again. Claims that nobody has judged to the end get its reading; what is decided or closed
/// stays. Claims that only this version finds are told and not opened. Repeating it changes nothing more.
/// </summary>
public sealed record RereadArticle(ArticleId Article, Actor By) : IRequest<Answer<ArticleReread>>, IAboutProcess, IAudited
{
    string IAudited.Person => By.Id;

    ProcessId IAboutProcess.About => Article;
}

/// <summary>What came of it.</summary>
/// <param name="Extractor">The version that read.</param>
/// <param name="Replaced">Claims that have another reading now.</param>
/// <param name="Lapsed">Those of them whose first decision does not count any more.</param>
/// <param name="Unchanged">Claims that wait and read as before.</param>
/// <param name="NotFound">Claims that wait and that this version does not find: they keep their reading.</param>
/// <param name="Left">Claims that are decided, disagreed on or closed.</param>
/// <param name="New">Claims worth a review that have none; none is opened.</param>
public sealed record ArticleReread(
    ArticleId Id, string Extractor, ImmutableArray<ClaimId> Replaced, int Lapsed, int Unchanged, ImmutableArray<ClaimId> NotFound, int Left, ImmutableArray<ClaimId> New);

sealed class RereadArticleHandler(Journal<ArticleEvent> articles, ArticleBlobs kept, ClaimSearch search, ReadingReplacer replacer)
    : IRequestHandler<RereadArticle, Answer<ArticleReread>>
{
    public async Task<Answer<ArticleReread>> Handle(RereadArticle asked, CancellationToken cancel)
    {
        var id = asked.Article;
        var article = Article.Fold((await articles.LoadAsync(id.Value, cancel)).Events);
        if (article.Received is not { } received) return new Refusal(RefusalKind.NotFound, "articleNotFound", $"There is no article {id}.");
        if (article.Erased is { } erased) return ErasedArticles.Refuse(id, erased);
        var none = new ArticleReread(id, ClaimExtractor.Version, [], 0, 0, [], 0, []);
        if (article.Found is null && !article.IsLanguageNotRead || article is { Found.Queued: not [], Opened: null }) return none; // this version is about to
        var claims = await kept.FindClaimsAsync(id, ClaimExtractor.Version, cancel) ?? (await search.SearchAsync(id, received.Language, cancel))?.Claims;
        if (claims is null) return none;

        var text = ShownHash.OfText((await kept.TextAsync(id, cancel)).Text);
        var readings = claims.Claims.DistinctBy(reading => reading.Start).ToDictionary(reading => reading.Start);
        var queued = article.Found?.Queued ?? [];
        var fates = new List<(ClaimId Claim, Fate Fate)>();
        foreach (var start in queued)
            fates.Add((new(id, start), await replacer.ReplaceAsync(new(id, start), readings.GetValueOrDefault(start), text, asked.By, cancel)));
        return none with
        {
            Replaced = [.. fates.Where(one => one.Fate is Fate.Replaced or Fate.ReplacedAndLapsed).Select(one => one.Claim)],
            Lapsed = fates.Count(one => one.Fate == Fate.ReplacedAndLapsed),
            Unchanged = fates.Count(one => one.Fate == Fate.Unchanged),
            NotFound = [.. fates.Where(one => one.Fate == Fate.NotFound).Select(one => one.Claim)],
            Left = fates.Count(one => one.Fate == Fate.Left),
            New = [.. search.WorthReview(claims).Select(reading => reading.Start).Distinct().Except(queued).Order().Select(start => new ClaimId(id, start))],
        };
    }
}
