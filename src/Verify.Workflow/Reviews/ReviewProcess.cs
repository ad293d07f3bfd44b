using Verify.Workflow.Articles;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Records;
using Verify.Workflow.Stalls;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>Does what a review wants next.</summary>
sealed class ReviewProcess(
    Journal<ReviewEvent> reviews, Journal<ArticleEvent> articles, RecordStore records, ReviewQueue queue, DueMarks due, StalledMarks stalls, IWakeUps driver,
    TimeProvider clock)
{
    public async Task<long> PositionAsync(ClaimId claim, CancellationToken cancel) => (await reviews.LoadAsync(claim.Value, cancel)).Position;

    public async Task<(Progress, long)> RunAsync(ClaimId claim, CancellationToken cancel)
    {
        var (review, history, rest) = await ProcessRun.ToRestAsync(
            reviews, claim.Value, Review.Fold, review => Review.Next(review, clock.GetUtcNow()), (review, work) => PerformAsync(claim, review, work, cancel), cancel);
        var progress = await RestAsync(claim, review, rest, cancel);
        if (progress.Stalled is null && history.Events.Any(happened => happened is ReviewStalled)) await stalls.RemoveAsync(claim, cancel);
        return (progress, history.Position);
    }

    async Task<Progress> RestAsync(ClaimId claim, Review review, Step rest, CancellationToken cancel)
    {
        if (review.Opened is not null) await queue.ShowAsync(review, cancel);
        switch (rest)
        {
            case Step.Wait { Until: { } until }:
                await due.MarkAsync(claim, until, cancel);
                return Progress.Waiting(until, review.Stalled is { } stalled && stalled.RetryAt == until ? stalled.Reason : null);
            case Step.Finished finished:
                if (review.Opened is not null) await ForgetDeadlinesAsync(claim, review, cancel);
                return Progress.Finished(finished.Outcome);
            default:
                return Progress.Waiting(null);
        }
    }

    async Task ForgetDeadlinesAsync(ClaimId claim, Review review, CancellationToken cancel)
    {
        await due.RemoveAsync(claim, review.EscalatesAt, cancel);
        if (review.IsEscalated) await due.RemoveAsync(claim, review.ExpiresAt, cancel);
    }

    async Task<ReviewEvent> PerformAsync(ClaimId claim, Review review, Work work, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        switch (work)
        {
            case EscalateReview:
                return new ReviewEscalated("escalated", now);
            case ExpireReview:
                return new ReviewExpired("expired", now);
            case SealRejection:
                return new RejectionSealed("rejectionSealed", now);
            case SealPublication:
                return new PublicationSealed("publicationSealed", now, VerifiedRecord.Of(review, now).Id);
            case PublishRecord:
                var record = VerifiedRecord.Of(review, review.Sealed!.At);
                if (record.Id != review.Sealed.RecordId)
                    throw new JournalException($"Claim {claim} was sealed as record {review.Sealed.RecordId}; this version would write {record.Id}. Publish it with the version that sealed it.");
                await records.CreateAsync(record, cancel);
                DeskMetrics.Published(review, now);
                return new RecordPublished("recordPublished", now, record.Id);
            case TellArticle:
                await TellAsync(claim, new($"closed-{claim.Start}", now, claim, review.Outcome!.Value, review.Sealed?.RecordId), cancel);
                return new ArticleTold("articleTold", now);
            default:
                throw new ArgumentException($"A review has no work called {work.GetType().Name}.", nameof(work));
        }
    }

    async Task TellAsync(ClaimId claim, ReviewClosed closed, CancellationToken cancel)
    {
        var article = claim.Article;
        var told = new Appended<ArticleEvent>(false, await articles.LoadAsync(article.Value, cancel));
        while (!told.IsWritten && !told.History.Events.Any(happened => happened.Id == closed.Id))
            told = await articles.AppendAsync(article.Value, told.History, closed, cancel);
        // While other reviews are open the article has nothing to do; whoever closes the last one sees all the others closed.
        if (Article.Next(Article.Fold(told.History.Events), closed.At) is Step.Wait { Until: null }) return;
        // Marked after the append: whoever removes this article's mark looks at the journal once more after removing it.
        await due.MarkAsync(article, closed.At, cancel);
        await driver.WakeAsync(article, closed.At, cancel);
    }
}
