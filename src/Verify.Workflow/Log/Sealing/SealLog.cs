using System.Collections.Immutable;
using System.Text;
using MediatR;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Sealing;

/// <summary>Takes every record that waits into the log. Anyone may send it, twice, at once, after a crash.</summary>
public sealed record SealLog : IRequest<LogSealed>;

/// <param name="Size">Records in the log afterwards.</param>
/// <param name="Added">Of those, how many this request took in.</param>
public sealed record LogSealed(long Size, long Added);

/// <summary>
/// Seals batch by batch. The blob of a batch is created once and says what goes in behind a size, in which order: from then on everybody
/// who completes it writes the same tiles and the same checkpoint.
/// </summary>
/// <remarks>
/// A batch counts only while the checkpoint, read after the batch, is still of its size: one that a slow sealer created behind the others
/// is told by that, and what it names is never believed, only what the tree holds.
/// A checkpoint is remembered outside the store before it is in it. Where the memory is ahead, only the batch that was begun may go in, and
/// only if it gives what is remembered: anything else is a store that was put back.
/// </remarks>
sealed class SealLogHandler(IBlobs blobs, LogSigner signer, LogMemory memory, WaitingRecords waiting, BatchCleaning cleaning) : IRequestHandler<SealLog, LogSealed>
{
    readonly TileWriter tiles = new(blobs);
    readonly Continuity continuity = new(blobs, memory);

    public async Task<LogSealed> Handle(SealLog asked, CancellationToken cancel)
    {
        for (var added = 0L; ;)
        {
            // The memory first: what it holds was there before the checkpoint that is read then.
            var remembered = await memory.ReadAsync(signer.Verifier, cancel);
            var head = await ReadAsync(cancel);
            var isBehind = remembered?.Size > head.Size;
            if (!isBehind)
            {
                if (!await continuity.IsFromAsync(remembered, head, cancel)) throw continuity.Broken(remembered!, head);
                if (head.Note is { } note && remembered?.Checkpoint != head.Checkpoint && !await memory.ReplaceAsync(remembered, note, cancel)) continue;
                await cleaning.RunAsync(head, cancel);
                if (head.Version is null) await waiting.AdoptAsync(cancel);
            }
            var batch = await BatchAsync(head, isBehind, cancel);
            if (batch is null && !isBehind) return new(head.Size, added);
            // Read again: only a batch that was there while the checkpoint was still of its size is the one of that size.
            if ((await ReadAsync(cancel)).Version != head.Version) continue;
            if (batch is null) throw continuity.Broken(remembered!, head);
            await ThrowIfRolledBackAsync(head, cancel);
            if (await CompleteAsync(head, batch.Value, remembered, cancel)) added += batch.Value.Length;
        }
    }

    Task<LogHead> ReadAsync(CancellationToken cancel) => LogHead.ReadAsync(blobs, signer.Verifier, cancel);

    /// <summary>What goes in behind this size; null where nothing waits.</summary>
    /// <param name="isBegun">Only a batch that somebody has begun.</param>
    async Task<ImmutableArray<TreeHash>?> BatchAsync(LogHead head, bool isBegun, CancellationToken cancel)
    {
        var name = LogBlobs.Batch(head.Size);
        if (await blobs.ReadAsync(name, cancel) is not { } batch)
        {
            if (isBegun) return null;
            var ids = await waiting.TakeAsync(cancel);
            if (ids.IsEmpty) return null;
            var lines = Encoding.UTF8.GetBytes(string.Concat(ids.Select(id => $"{id.ToHex()}\n")));
            if (await blobs.CreateAsync(name, lines, cancel)) return ids;
            // Somebody else's counts. If it is done and gone by now, the checkpoint has moved on; if that has not, nothing was ever there, and a batch
            // that nobody finds would never be cleaned up.
            if (await blobs.ReadAsync(name, cancel) is not { } others)
            {
                if ((await ReadAsync(cancel)).Version != head.Version) return ids;
                throw new StoreException($"{name} was refused as if it were there, and it is not.");
            }
            batch = others;
        }
        return LogBlobs.ReadBatch(batch) ?? throw new LogException($"{name} holds no list of records. Delete it: what waits is found anew in {LogBlobs.Pending}.");
    }

    /// <summary>A checkpoint beside the records is written after the one in the log; one that is ahead means that the log was put back.</summary>
    async Task ThrowIfRolledBackAsync(LogHead head, CancellationToken cancel)
    {
        await foreach (var ahead in blobs.ListAsync(LogBlobs.Kept, LogBlobs.KeptAt(head.Size) + "~", cancel))
            if (LogBlobs.SizeOf(LogBlobs.Kept, ahead) is null) continue;
            else if ((await ReadAsync(cancel)).Version == head.Version)
                throw new LogException($"{LogBlobs.Checkpoint} is of {head.Size} records, and {ahead} is newer: the log was put back, or is not whole. Nothing is sealed over it. Restore log/ from a backup; verify log check tells what is missing.");
            else return;
    }

    /// <summary>False where somebody else was first; nothing of it is lost then.</summary>
    async Task<bool> CompleteAsync(LogHead head, ImmutableArray<TreeHash> batch, Remembered? remembered, CancellationToken cancel)
    {
        var (next, tree) = await tiles.GrowAsync(head.Checkpoint, batch, cancel);
        var isRemembered = remembered?.Checkpoint == next;
        if (remembered?.Size > head.Size && !isRemembered) throw continuity.Broken(remembered, head);
        await tiles.WriteAsync(head.Size, next.Size, tree, cancel);
        var note = next.Sign(signer);
        if (!isRemembered && !await memory.ReplaceAsync(remembered, note, cancel)) return false;
        return head.Version is null
            ? await blobs.CreateAsync(LogBlobs.Checkpoint, note, cancel)
            : await blobs.ReplaceAsync(LogBlobs.Checkpoint, note, head.Version, cancel) is not null;
    }
}
