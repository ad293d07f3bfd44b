using System.Globalization;
using System.Text;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Tiles;

namespace Verify.Workflow.Log.Sealing;

/// <summary>
/// Finishes what comes after a checkpoint: it is kept beside the records, its records get their index, their marks go, and the batch last.
/// While a batch before the checkpoint is there, some of that may be missing; once it is gone, nothing is.
/// </summary>
sealed class BatchCleaning(IBlobs blobs)
{
    public async Task RunAsync(LogHead head, CancellationToken cancel)
    {
        await foreach (var name in blobs.ListAsync(LogBlobs.Batches, cancel: cancel))
            if (LogBlobs.SizeOf(LogBlobs.Batches, name) is { } size && size < head.Size && await blobs.ReadAsync(name, cancel) is { } batch)
                await FinishAsync(head, name, size, batch, cancel);
    }

    async Task FinishAsync(LogHead head, string name, long start, Blob batch, CancellationToken cancel)
    {
        await KeepAsync(head, cancel);
        var tree = new TileNodes(blobs, head.Size, cancel);
        foreach (var (n, id) in (LogBlobs.ReadBatch(batch) ?? []).Index())
        {
            // The tree says what was sealed, not the batch: one that came too late is not what was sealed at its size.
            var index = start + n;
            if (index >= head.Size || (await tree.EntriesAsync(index / TileName.Full))[(int)(index % TileName.Full)] != id) continue;
            await blobs.KeepAsync(LogBlobs.Leaf(id), Encoding.UTF8.GetBytes(index.ToString(CultureInfo.InvariantCulture)), cancel);
            await blobs.DeleteAsync(LogBlobs.Waiting(id.ToHex()), cancel: cancel);
        }
        await blobs.DeleteAsync(name, cancel: cancel);
    }

    async Task KeepAsync(LogHead head, CancellationToken cancel)
    {
        var name = LogBlobs.KeptAt(head.Size);
        if (await blobs.KeepAsync(name, head.Note!.Value, cancel)) return;
        if (await blobs.ReadAsync(name, cancel) is { } kept && !kept.Content.Span.SequenceEqual(head.Note.Value.Span))
            throw new LogException($"{name} and {LogBlobs.Checkpoint} are both of {head.Size} records and differ. Nothing is sealed over them. Run verify log check, and restore the right one from a backup.");
    }
}
