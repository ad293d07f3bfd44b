using System.Collections.Immutable;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Erasing;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Workflow.Articles;

/// <summary>Does what an article wants next.</summary>
sealed class ArticleProcess(
    Journal<ArticleEvent> articles, ArticleBlobs kept, ClaimSearch search, ReviewOpener reviews, ArticleErasure erasure, DueMarks due, StalledMarks stalls, WorkflowOptions options, TimeProvider clock)
{
    const int OpenedAtOnce = 8;

    public async Task<long> PositionAsync(ArticleId id, CancellationToken cancel) => (await articles.LoadAsync(id.Value, cancel)).Position;

    public async Task<(Progress, long)> RunAsync(ArticleId id, CancellationToken cancel)
    {
        var (article, history, rest) = await ProcessRun.ToRestAsync(
            articles, id.Value, Article.Fold, article => Article.Next(article, clock.GetUtcNow()), (article, work) => PerformAsync(id, article, work, cancel), cancel);
        if (rest is Step.Wait { Until: { } until })
        {
            await due.MarkAsync(id, until, cancel);
            return (Progress.Waiting(until, article.Stalled?.Reason), history.Position); // nothing but a stall makes an article wait for a time
        }
        if (history.Events.Any(happened => happened is ArticleStalled)) await stalls.RemoveAsync(id, cancel);
        var progress = rest is Step.Finished finished
            ? Progress.Finished(finished.Outcome)
            : Progress.WaitingFor([.. article.OpenReviews(id).Select(claim => (ProcessId)claim)], article.Opened!.RestUntil ?? article.Opened.At);
        return (progress, history.Position);
    }

    async Task<ArticleEvent> PerformAsync(ArticleId id, Article article, Work work, CancellationToken cancel)
    {
        switch (work)
        {
            case ExtractClaims:
                return await ExtractAsync(id, article.Received!.Language, cancel);
            case OpenReviews open:
                await OpenAsync(id, article.Found!, open.Extractor, cancel);
                return new ReviewsOpened("reviewsOpened", clock.GetUtcNow(), article.Found!.At + options.FirstDeadlineAfter);
            case ClearArticle:
                return await erasure.ClearAsync(id, article, cancel);
            case FinishArticle finish:
                return new ArticleFinished("articleFinished", clock.GetUtcNow(), finish.Outcome);
            default:
                throw new ArgumentException($"An article has no work called {work.GetType().Name}.", nameof(work));
        }
    }

    async Task<ArticleEvent> ExtractAsync(ArticleId id, string language, CancellationToken cancel)
    {
        if (await search.SearchAsync(id, language, cancel) is not { } found) return new LanguageNotRead("languageNotRead", clock.GetUtcNow(), language);
        var queued = search.WorthReview(found.Claims).Select(reading => reading.Start).Distinct().Order().ToImmutableArray();
        return new ClaimsFound("claimsFound", clock.GetUtcNow(), found.Claims.Extractor, queued, found.Count - queued.Length);
    }

    async Task OpenAsync(ArticleId id, ClaimsFound found, string extractor, CancellationToken cancel)
    {
        var text = await kept.TextAsync(id, cancel);
        var textHash = ShownHash.OfText(text.Text);
        var article = new ArticleReference(id, text.Language, text.Title, text.Authors, text.Publisher, text.Published, text.Url);
        var queued = found.Queued.ToHashSet();
        // Opened at the time they were found: a second attempt writes the same events and the same marks.
        var openings = (await kept.ClaimsAsync(id, extractor, cancel)).Claims.Where(reading => queued.Remove(reading.Start)).Select(reading => new ReviewOpened(
            "reviewOpened", found.At, new(id, reading.Start), article, extractor, reading, ShownHash.Of(textHash, extractor, reading), options.Rules));
        await Parallel.ForEachAsync(
            openings, new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce, CancellationToken = cancel },
            async (opened, stop) => await reviews.OpenAsync(opened, stop));
    }
}
