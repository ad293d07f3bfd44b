using MediatR;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Workflow;

/// <summary>How much of everything the store holds, counted now.</summary>
public sealed record GetStats : IRequest<Stats>;

/// <param name="Waiting">Claims in the queue.</param>
/// <param name="Escalated">Those of them that waited too long.</param>
/// <param name="Stalled">Articles and reviews that wait for an operator to mend what stopped them.</param>
public sealed record Stats(int Articles, int Waiting, int Escalated, int Records, int Quarantined, int Stalled);

sealed class GetStatsHandler(IBlobs blobs, RecordStore records, Journal<ArticleEvent> articles) : IRequestHandler<GetStats, Stats>
{
    public async Task<Stats> Handle(GetStats asked, CancellationToken cancel) => new(
        await CountAsync(articles.Prefix, "", cancel),
        await CountAsync(ReviewQueue.Prefix, "", cancel),
        await CountAsync(ReviewQueue.HeadPrefix, "", cancel),
        await records.NamesAsync(null, cancel).CountAsync(cancel),
        await CountAsync(QuarantineBlobs.Prefix, QuarantineBlobs.ReasonName, cancel),
        await CountAsync(StalledMarks.Prefix, "", cancel));

    async Task<int> CountAsync(string prefix, string ending, CancellationToken cancel)
    {
        var count = 0;
        await foreach (var name in blobs.ListAsync(prefix, cancel: cancel))
            if (name.EndsWith(ending, StringComparison.Ordinal)) count++;
        return count;
    }
}
