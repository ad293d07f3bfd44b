using MediatR;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Inbox;

/// <summary>Takes in what has lain in the drop container for a while: its event was lost, or nobody sends any.</summary>
/// <param name="OlderThan">How long it has lain there; null for <see cref="StandsStill"/>, by which its event would have been handled.</param>
public sealed record SweepInbox(TimeSpan? OlderThan = null) : IRequest<InboxSwept>
{
    /// <summary>After this long without a change a blob is taken for whole.</summary>
    public static readonly TimeSpan StandsStill = TimeSpan.FromMinutes(1);

    /// <summary>The most blobs that one sweep takes in.</summary>
    public const int MostTaken = 100;

    /// <summary>The most that it looks into: those that can only be left where they are keep no others out.</summary>
    public const int MostTried = 1_000;
}

/// <param name="Articles">Blobs that left the container as articles, known ones too, or as addresses that wait to be fetched.</param>
/// <param name="Quarantined">Blobs that left it for quarantine.</param>
/// <param name="HasMore">True when the sweep stopped at its bound.</param>
public sealed record InboxSwept(int Articles, int Quarantined, bool HasMore);

sealed class SweepInboxHandler(IInboxBlobs inbox, IMediator mediator, TimeProvider clock) : IRequestHandler<SweepInbox, InboxSwept>
{
    public async Task<InboxSwept> Handle(SweepInbox asked, CancellationToken cancel)
    {
        var until = clock.GetUtcNow() - (asked.OlderThan ?? SweepInbox.StandsStill);
        List<string> due = [], large = [];
        await foreach (var entry in inbox.ListAsync(cancel))
        {
            if (entry.Modified > until || InboxNames.IsUnderWay(entry.Name)) continue;
            (entry.Bytes > ArticleLimits.MostBytes ? large : due).Add(entry.Name);
            if (due.Count + large.Count == SweepInbox.MostTried) break;
        }

        var (articles, quarantined) = (0, 0);
        foreach (var name in due.Concat(large))
        {
            if (articles + quarantined == SweepInbox.MostTaken) return new(articles, quarantined, true);
            switch (await mediator.Send(new TakeInboxBlob(name), cancel))
            {
                case InboxTaken.TakenIn { IsRemoved: true }: articles++; break;
                case InboxTaken.Quarantined { IsRemoved: true }: quarantined++; break;
            }
        }
        return new(articles, quarantined, due.Count + large.Count == SweepInbox.MostTried);
    }
}
