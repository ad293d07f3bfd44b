using System.Collections.Immutable;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Due;
using Verify.Workflow.Journal;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Rebuilding;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Erasing;

/// <summary>Removes the words of an erased article from the store. Doing it again, or going on with it, is harmless.</summary>
sealed class ArticleErasure(IBlobs blobs, Journal<ReviewEvent> reviews, ReviewProcess process, QuarantineBlobs quarantine, TimeProvider clock)
{
    /// <exception cref="JournalException">A review's journal cannot be read: whether a record was made of it is unknown.</exception>
    public async Task<ArticleCleared> ClearAsync(ArticleId id, Article article, CancellationToken cancel)
    {
        var ended = 0;
        foreach (var claim in await ClaimsAsync(id, article, cancel))
            if (await BeginAnewAsync(claim, article.Closed.GetValueOrDefault(claim)?.Outcome, cancel)) ended++;
        var gone = 0;
        await foreach (var name in blobs.ListAsync($"articles/{id}/", cancel: cancel))
            if (await blobs.DeleteAsync(name, cancel: cancel)) gone++;
        gone += await DiscardAsync(id, article.Erased!, cancel);
        // The queue holds words, and marks would wake what is over. Names tell whose they are. What was published stays, and is listed.
        foreach (var prefix in DerivedNames.Prefixes)
            await foreach (var name in blobs.ListAsync(prefix, cancel: cancel))
                if (name.Contains($"{id}-", StringComparison.Ordinal) && !StateMarks.IsOfPublished(name) && !await IsKeptAsync(name, cancel)) await blobs.DeleteAsync(name, cancel: cancel);
        return new("articleCleared", clock.GetUtcNow(), gone, ended);
    }

    /// <summary>Also those whose journal was removed and not begun anew.</summary>
    async Task<ImmutableArray<ClaimId>> ClaimsAsync(ArticleId id, Article article, CancellationToken cancel)
    {
        var claims = article is { Opened: not null, Found: { } found } ? found.Queued.Select(start => new ClaimId(id, start)).ToHashSet() : [];
        await foreach (var name in blobs.ListAsync($"{reviews.Prefix}{id}-", cancel: cancel))
            if (ClaimId.TryParse(name[reviews.Prefix.Length..], out var claim)) claims.Add(claim);
        return [.. claims.OrderBy(claim => claim.Start)];
    }

    /// <summary>A journal whose claim is a record stays: it holds what the record states. Any other gives way to one that only says how the review ended.</summary>
    async Task<bool> BeginAnewAsync(ClaimId claim, ReviewOutcome? told, CancellationToken cancel)
    {
        while (true)
        {
            var blob = await blobs.ReadAsync(reviews.Prefix + claim, cancel);
            var history = await reviews.LoadAsync(claim.Value, cancel);
            if (history.Position != (blob?.Content.Length ?? 0)) continue; // something was appended this moment
            var review = Review.Fold(history.Events);
            if (review.Erased is not null || review.Outcome == ReviewOutcome.Published) return review.Erased is not null;
            if (review.Sealed is not null)
            {
                await process.RunAsync(claim, cancel); // its record's name is promised already
                continue;
            }
            // Here they are known, whether or not a listing has them: names that another program wrote just now may be missing from one that is in memory.
            foreach (var derived in DerivedNames.Of(claim, history.Events, clock.GetUtcNow())) await blobs.DeleteAsync(derived.Name, cancel: cancel);
            if (blob is not null && !await blobs.DeleteAsync(reviews.Prefix + claim, blob.Version, cancel)) continue;
            var erased = new ReviewErased("erased", clock.GetUtcNow(), claim, review.Outcome ?? told ?? ReviewOutcome.Erased);
            if ((await reviews.AppendAsync(claim.Value, new([], 0), erased, cancel)).IsWritten) return true;
        }
    }

    /// <summary>The mark of a record whose correction or retraction is under way: nothing else would bring it back.</summary>
    async Task<bool> IsKeptAsync(string name, CancellationToken cancel) =>
        DueMarks.TryParse(name, out var mark) && mark.Id.IsReview && Review.Fold((await reviews.LoadAsync(mark.Id.Value, cancel)).Events).Outcome == ReviewOutcome.Published;

    async Task<int> DiscardAsync(ArticleId id, ArticleErased erased, CancellationToken cancel)
    {
        var gone = 0;
        await foreach (var name in blobs.ListAsync(QuarantineBlobs.Prefix, cancel: cancel))
        {
            if (!name.EndsWith(QuarantineBlobs.RawName, StringComparison.Ordinal) || await blobs.ReadAsync(name, cancel) is not { } raw || ArticleId.Of(raw.Content.Span) != id) continue;
            var entry = name[QuarantineBlobs.Prefix.Length..^QuarantineBlobs.RawName.Length];
            var refused = await quarantine.FindAsync(entry, cancel);
            await quarantine.EndAsync(new(entry, clock.GetUtcNow(), erased.By, refused?.Code ?? "unknown", "Its article was erased."), cancel);
            gone++;
        }
        return gone;
    }
}
