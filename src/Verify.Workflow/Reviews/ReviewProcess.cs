using System.Collections.Immutable;
using Verify.Workflow.Articles;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Records;
using Verify.Workflow.Stalls;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Reviews;

/// <summary>Does what a review wants next.</summary>
sealed class ReviewProcess(
    Journal<ReviewEvent> reviews, Journal<ArticleEvent> articles, RecordStore records, ReviewQueue queue, LeaseMarks leases, StateMarks states, AgreementHistory agreements,
    DueMarks due, StalledMarks stalls, LogBell bell, NoticeMarks notices, TimeProvider clock)
{
    readonly ArticleTurns turns = new();

    public async Task<long> PositionAsync(ClaimId claim, CancellationToken cancel) => (await reviews.LoadAsync(claim.Value, cancel)).Position;

    public async Task<(Progress, long)> RunAsync(ClaimId claim, CancellationToken cancel)
    {
        var (review, history, rest) = await ProcessRun.ToRestAsync(
            reviews, claim.Value, Review.Fold, review => Review.Next(review, clock.GetUtcNow()), (review, work) => PerformAsync(claim, review, work, cancel), cancel);
        var progress = await RestAsync(claim, review, rest, cancel);
        await leases.ShowAsync(history.Events, review, clock.GetUtcNow(), cancel);
        await states.ShowAsync(history.Events, review, cancel);
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
                if (review.Opened is not null) await due.RemoveAsync(claim, Deadlines.Marked(review), cancel);
                return Progress.Finished(finished.Outcome);
            default:
                return Progress.Waiting(null);
        }
    }

    async Task<ReviewEvent> PerformAsync(ClaimId claim, Review review, Work work, CancellationToken cancel)
    {
        var happening = await DoAsync(claim, review, work, cancel);
        await notices.MarkAsync(claim, happening, cancel); // before it is appended, so that nobody who dies in between keeps it to himself
        return happening;
    }

    async Task<ReviewEvent> DoAsync(ClaimId claim, Review review, Work work, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        switch (work)
        {
            case RemindReviewers:
                return new ReviewReminded(OfLadder(review, "reminded"), now);
            case EscalateReview:
                return new ReviewEscalated(OfLadder(review, "escalated"), now);
            case CompareDecisions:
                return await CompareAsync(claim, review, now, cancel);
            case ExpireReview:
                return new ReviewExpired("expired", now);
            case SealRejection:
                return new RejectionSealed("rejectionSealed", now);
            case SealPublication:
                return new PublicationSealed(OfChain(review, "publicationSealed"), now, VerifiedRecord.Of(review, now).Id);
            case PublishRecord:
                var sealedNow = (review.Revising is { } revising ? revising.Sealed : review.Sealed)!;
                var record = VerifiedRecord.Of(review, sealedNow.At);
                if (record.Id != sealedNow.RecordId)
                    throw new JournalException($"Claim {claim} was sealed as record {sealedNow.RecordId}; this version would write {record.Id}. Publish it with the version that sealed it.");
                await records.CreateAsync(record, review.Standing, cancel);
                bell.Ring();
                DeskMetrics.Published(review, now);
                return new RecordPublished(OfChain(review, RecordPublished.FirstId), now, record.Id);
            case TellArticle:
                var told = Told(claim, review, now);
                await turns.TakeAsync(claim.Article, () => TellAsync(claim.Article, told, cancel), cancel);
                return new ArticleTold(OfChain(review, "articleTold"), now);
            default:
                throw new ArgumentException($"A review has no work called {work.GetType().Name}.", nameof(work));
        }
    }

    // Each rung is climbed once for reviewers and once more for editors.
    static string OfLadder(Review review, string rung) => review.Compared is null ? rung : $"{rung}-editors";

    // Each record of a chain is published once.
    static string OfChain(Review review, string name) => review.Revisions.IsEmpty ? name : $"{name}-{review.Revisions.Length + 1}";

    static ArticleEvent Told(ClaimId claim, Review review, DateTimeOffset now) => review.Revising is { Asked: var asked, Sealed: { } sealedNow }
        ? new RecordSuperseded(OfChain(review, $"superseded-{claim.Start}"), now, claim, asked.Kind, asked.Record, sealedNow.RecordId)
        : new ReviewClosed($"closed-{claim.Start}", now, claim, review.Outcome!.Value, review.Sealed?.RecordId);

    async Task<ReviewEvent> CompareAsync(ClaimId claim, Review review, DateTimeOffset now, CancellationToken cancel)
    {
        var (one, other) = (review.Decisions[0], review.Decisions[1]);
        var fields = Comparison.FieldsOf(review.Opened!.Reading, one, other);
        foreach (var decision in (ClaimJudged[])[one, other]) await agreements.NoteAsync(decision.By, claim, fields.IsEmpty, cancel);
        await due.RemoveAsync(claim, Deadlines.Marked(review), cancel); // the editors' deadlines begin now
        return fields.IsEmpty ? new ReviewersAgreed("compared", now) : new ReviewersDisagreed("compared", now, fields);
    }

    /// <summary>Whoever closes the last review finishes the article in the same append: a journal takes one append at a position, so there is one last.</summary>
    async Task TellAsync(ArticleId article, ArticleEvent told, CancellationToken cancel)
    {
        var history = await articles.LoadAsync(article.Value, cancel);
        while (Untold(history.Events, told) is { IsEmpty: false } untold) history = (await articles.AppendAsync(article.Value, history, untold, cancel)).History;
    }

    static ImmutableArray<ArticleEvent> Untold(ImmutableArray<ArticleEvent> events, ArticleEvent told)
    {
        ImmutableArray<ArticleEvent> untold = events.Any(happened => happened.Id == told.Id) ? [] : [told];
        return Article.Next(Article.Fold(events.Concat(untold)), told.At) is Step.Do { Work: FinishArticle finish }
            ? untold.Add(new ArticleFinished("articleFinished", told.At, finish.Outcome))
            : untold;
    }
}
