using System.Collections.Immutable;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Tree;
using Verify.Workflow.Records;

namespace Verify.Workflow.Log.Sealing;

/// <summary>The records that wait to be sealed, as names in the store: <c>log/pending/{recordId}</c>.</summary>
sealed class WaitingRecords(IBlobs blobs, RecordStore records)
{
    /// <summary>The most records of one batch: a bound on what one batch costs. A full tile.</summary>
    const int Most = 256;

    /// <summary>The first that wait, by id. Marks of records that were sealed meanwhile are removed.</summary>
    public async Task<ImmutableArray<TreeHash>> TakeAsync(CancellationToken cancel)
    {
        var ids = ImmutableArray.CreateBuilder<TreeHash>();
        await foreach (var name in blobs.ListAsync(LogBlobs.Pending, cancel: cancel))
        {
            if (!TreeHash.TryParseHex(name[LogBlobs.Pending.Length..], out var id)) continue;
            if (await blobs.ReadAsync(LogBlobs.Leaf(id), cancel) is null) ids.Add(id);
            else await blobs.DeleteAsync(name, cancel: cancel);
            if (ids.Count == Most) break;
        }
        return ids.ToImmutable();
    }

    /// <summary>Marks every record there is, for a desk that kept records before it had a log.</summary>
    public async Task AdoptAsync(CancellationToken cancel)
    {
        await foreach (var name in records.NamesAsync(null, cancel))
            await blobs.KeepAsync(LogBlobs.Waiting(RecordStore.IdOf(name)!), ReadOnlyMemory<byte>.Empty, cancel);
    }
}
