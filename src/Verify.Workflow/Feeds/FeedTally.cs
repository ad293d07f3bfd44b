using System.Runtime.ExceptionServices;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Feeds;

/// <summary>What became of a feed's new items. One that fails in a way that nobody thought of takes no other with it.</summary>
sealed class FeedTally
{
    readonly HashSet<FeedItem> failed = [];
    ExceptionDispatchInfo? thrown;

    public int Taken { get; private set; }

    public int Quarantined { get; private set; }

    /// <summary>False when an item is to be tried again.</summary>
    public bool IsWhole => thrown is null;

    /// <param name="submit">Answers false when the item is in quarantine.</param>
    /// <exception cref="StoreException">The store does not answer: nothing else would go in either.</exception>
    public async Task AddAsync(FeedItem item, Func<Task<bool>> submit)
    {
        try
        {
            if (await submit()) Taken++;
            else Quarantined++;
        }
        catch (Exception defect) when (defect is not (StoreException or OperationCanceledException))
        {
            failed.Add(item);
            thrown ??= ExceptionDispatchInfo.Capture(defect);
        }
    }

    /// <summary>Those that need no more be taken.</summary>
    public IEnumerable<FeedItem> Settled(IEnumerable<FeedItem> items) => items.Where(item => !failed.Contains(item));

    public void ThrowIfAny() => thrown?.Throw();
}
