using System.Collections.Immutable;
using System.Globalization;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Checking;

/// <summary>Reads the newest checkpoint and builds the tree anew: from the entries, and from the hashes beside them where an entry is lost.</summary>
sealed class TreeReading(IBlobs blobs, VerifierKey key, Findings findings, CancellationToken cancel)
{
    public async Task<CheckedTree> ReadAsync(ReadOnlyMemory<byte>? note)
    {
        var head = Head(note);
        var batch = await blobs.ReadAsync(LogBlobs.Batch(head.Size), cancel);
        var waiting = batch is null ? [] : LogBlobs.ReadBatch(batch) ?? [];
        var ids = ImmutableArray.CreateBuilder<TreeHash?>();
        var leaves = new List<TreeHash>();
        for (long start = 0; start < head.Size; start += TileName.Full)
        {
            var width = (int)Math.Min(TileName.Full, head.Size - start);
            var entries = await EntriesAsync(start / TileName.Full, width);
            var hashes = await HashesAsync(start / TileName.Full, width);
            if (entries is null && hashes is null) return new(head, ids.ToImmutable(), null, waiting); // told by the comparison of the tiles
            for (var n = 0; n < width; n++)
            {
                ids.Add(entries is { } read ? read[n] : null);
                leaves.Add(entries is { } known ? Merkle.Leaf(known[n].ToArray()) : hashes!.Value[n]);
            }
        }
        var tree = new CheckedTree(head, ids.ToImmutable(), new LeafNodes(leaves), waiting);
        foreach (var twice in tree.Ids.Index().Where(entry => entry.Item is { } id && tree.IndexOf(id) != entry.Index))
            findings.Broken(LogBlobs.Leaf(twice.Item!.Value), string.Create(CultureInfo.InvariantCulture, $"stands in the log twice: at {tree.IndexOf(twice.Item.Value)} and {twice.Index}. No sealer does that."));
        if (await tree.Nodes!.RootAsync(head.Size) != head.Root)
            findings.Broken(LogBlobs.Checkpoint, $"signs another tree of {head.Size} records than the entries in {LogBlobs.Tiles}entries/ give: an entry was changed, or they stand in another order. Restore the log from a backup.");
        return tree;
    }

    Checkpoint Head(ReadOnlyMemory<byte>? note)
    {
        var none = new Checkpoint(key.Name, 0, Merkle.Empty);
        if (note is not { } bytes) return none;
        var (checkpoint, whyNot) = Checkpoint.Read(bytes.Span, key);
        if (checkpoint is not null) return checkpoint;
        findings.Broken(LogBlobs.Checkpoint, whyNot!);
        // What it says is looked at all the same, to tell what else is wrong.
        return SignedNote.TryParse(bytes.Span, out var read) && Checkpoint.TryParse(read, out var said) ? said : none;
    }

    async Task<ImmutableArray<TreeHash>?> EntriesAsync(long index, int width) =>
        await BytesAsync(TileName.Entries, index, width) is { } blob && EntryBundle.TryRead(blob.Content.Span, width, out var ids) ? ids : null;

    async Task<ImmutableArray<TreeHash>?> HashesAsync(long index, int width) =>
        await BytesAsync(0, index, width) is { } blob && HashTile.TryRead(blob.Content.Span, width, out var hashes) ? hashes : null;

    Task<Blob?> BytesAsync(int level, long index, int width) => blobs.ReadAsync(LogBlobs.Tile(new(level, index, width)), cancel);
}
