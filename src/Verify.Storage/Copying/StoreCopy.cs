using Verify.Workflow.Blobs;

namespace Verify.Storage.Copying;

/// <summary>
/// Copies a desk from one store into another, so that it goes on there with its articles, records, log and journals whole. Nothing in the
/// copy is overwritten or removed, and a copy that was cut off goes on where it stood when it is begun again.
/// </summary>
/// <remarks>
/// The desk must be stopped: what it writes meanwhile is brought across as far as it is seen, and told where it is not. Memory holds
/// <see cref="CopyOptions.Workers"/> blobs of each side and no lists. The inbox, leases and the hosts' own files stay behind.
/// </remarks>
public sealed class StoreCopy(IBlobs from, IBlobs to, CopyOptions? options = null)
{
    readonly CopyOptions options = options ?? new();
    readonly CopyCounts counts = new();

    public CopyProgress Progress => counts.Progress;

    /// <summary>Why this must not be begun, as a sentence; null when it may. Asks both stores and changes neither.</summary>
    public async Task<string?> WhyNotAsync(CancellationToken cancel = default)
    {
        var isDesk = false;
        await foreach (var pair in PairsAsync(Journals, cancel))
        {
            if (!pair.IsInFrom)
                return $"TO holds another desk, or this one gone on there: its {pair.Name} is not in FROM. Choose an empty place.";
            isDesk = true;
        }
        return isDesk ? null : "There is no desk in FROM: it holds no article's journal.";
    }

    /// <exception cref="StoreException">A store did not answer, again and again. What was copied stays; begun again, the copy goes on.</exception>
    public async Task<CopyReport> RunAsync(CancellationToken cancel = default)
    {
        for (var round = 1; ; round++)
        {
            var (copier, comparer) = (new BlobCopier(from, to, counts), new BlobComparer(from, to, counts));
            foreach (var phase in CopyPhase.Order) await EachAsync(phase, "copying", copier.CopyAsync, cancel);
            counts.CompareAnew();
            foreach (var phase in CopyPhase.Order) await EachAsync(phase, "comparing", comparer.CompareAsync, cancel);
            if (!comparer.IsBehind || round >= options.MostRounds) return counts.Report;
        }
    }

    /// <summary>How many files wait in the inbox of the source.</summary>
    public async Task<int> WaitingAsync(CancellationToken cancel = default) => await from.ListAsync(CopyPhase.Inbox, cancel: cancel).CountAsync(cancel);

    static CopyPhase Journals => CopyPhase.Order.Single(phase => phase.Prefix == "journals/article/");

    Task EachAsync(CopyPhase phase, string doing, Func<NamePair, CancellationToken, Task> work, CancellationToken cancel)
    {
        counts.Begin($"{doing} {phase.Title}");
        return Parallel.ForEachAsync(
            PairsAsync(phase, cancel), new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancel },
            async (pair, stop) => await PatientlyAsync(() => work(pair, stop), stop));
    }

    IAsyncEnumerable<NamePair> PairsAsync(CopyPhase phase, CancellationToken cancel) =>
        NamePair.JoinAsync(from.ListAsync(phase.Prefix, cancel: cancel), to.ListAsync(phase.Prefix, cancel: cancel), cancel).Where(pair => phase.Holds(pair.Name));

    async Task PatientlyAsync(Func<Task> work, CancellationToken cancel)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await work();
                return;
            }
            catch (StoreException) when (tries < options.Pauses.Length)
            {
                await Task.Delay(options.Pauses[tries], options.Clock, cancel);
            }
        }
    }
}
