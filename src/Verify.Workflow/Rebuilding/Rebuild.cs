using System.Collections.Concurrent;
using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Rebuilding;

/// <summary>
/// Makes everything that is derived anew from the journals: queue, due marks, leases, stalled marks, reviewers' agreement. Where all is right
/// nothing is written. Meant for a desk that is stopped; a running one loses nothing by it.
/// </summary>
public sealed record Rebuild : IRequest<Rebuilt>;

sealed class RebuildHandler(IBlobs blobs, Journal<ArticleEvent> articles, Journal<ReviewEvent> reviews, WorkflowOptions options, TimeProvider clock)
    : IRequestHandler<Rebuild, Rebuilt>
{
    const int AtOnce = 8;

    public async Task<Rebuilt> Handle(Rebuild asked, CancellationToken cancel)
    {
        var tally = new RebuildTally();
        var folders = new ProcessNames(blobs, articles, reviews, options, clock, tally);
        var told = new ConcurrentBag<ToldComparison>();
        var unreadable = new ConcurrentBag<string>();
        int articlesRead = 0, reviewsRead = 0;
        await EachAsync(articles.Prefix, async (id, stop) =>
        {
            if (!ArticleId.TryParse(id, out var article)) return;
            if (await TryAsync(() => folders.MakeAsync(article, stop), unreadable)) Interlocked.Increment(ref articlesRead);
        }, cancel);
        await EachAsync(reviews.Prefix, async (id, stop) =>
        {
            if (!ClaimId.TryParse(id, out var claim)) return;
            var isRead = await TryAsync(async () =>
            {
                foreach (var one in ToldComparison.In(claim, await folders.MakeAsync(claim, stop))) told.Add(one);
            }, unreadable);
            if (isRead) Interlocked.Increment(ref reviewsRead);
        }, cancel);
        foreach (var prefix in DerivedNames.Prefixes) await folders.RemoveOthersAsync(prefix, cancel);
        await new Agreements(blobs, reviews, tally).MakeAsync(told, cancel);
        return new(
            articlesRead, reviewsRead, [.. DerivedNames.Prefixes.Append(AgreementHistory.Prefix).Select(tally.Of)],
            [.. unreadable.Order(StringComparer.Ordinal)]);
    }

    async Task EachAsync(string prefix, Func<string, CancellationToken, Task> make, CancellationToken cancel) => await Parallel.ForEachAsync(
        blobs.ListAsync(prefix, cancel: cancel), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel },
        async (name, stop) => await make(name[prefix.Length..], stop));

    // One broken journal keeps no other from being served.
    static async Task<bool> TryAsync(Func<Task> make, ConcurrentBag<string> unreadable)
    {
        try
        {
            await make();
            return true;
        }
        catch (JournalException broken)
        {
            unreadable.Add(broken.Message);
            return false;
        }
    }
}
