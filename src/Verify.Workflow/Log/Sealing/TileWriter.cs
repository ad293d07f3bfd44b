using System.Collections.Immutable;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Sealing;

/// <summary>Writes the tiles that entries behind a tree give it. What is written follows from the tree and the entries alone, so that whoever writes it writes the same.</summary>
sealed class TileWriter(IBlobs blobs)
{
    /// <summary>The tree with the entries behind it. Writes nothing.</summary>
    /// <exception cref="LogException">The tiles that are there are not those of the tree.</exception>
    public async Task<(Checkpoint Next, GrownTree Tree)> GrowAsync(Checkpoint tree, ImmutableArray<TreeHash> entries, CancellationToken cancel)
    {
        var old = new TileNodes(blobs, tree.Size, cancel);
        if (await old.RootAsync(0, tree.Size) != tree.Root)
            throw new LogException($"The tiles in {LogBlobs.Tiles} do not give the root that {LogBlobs.Checkpoint} signed for {tree.Size} records. Nothing is sealed over them. Run verify log check, and restore from a backup what it names.");
        var size = tree.Size + entries.Length;
        var grown = new GrownTree(old, tree.Size, entries);
        return (new(tree.Origin, size, await grown.RootAsync(0, size)), grown);
    }

    public async Task WriteAsync(long from, long to, GrownTree grown, CancellationToken cancel)
    {
        foreach (var tile in TileName.Between(from, to)) await CreateAsync(tile, await grown.BytesAsync(tile), cancel);
    }

    async Task CreateAsync(TileName tile, byte[] bytes, CancellationToken cancel)
    {
        var name = LogBlobs.Tile(tile);
        if (await blobs.KeepAsync(name, bytes, cancel)) return;
        if (await blobs.ReadAsync(name, cancel) is not { } there || !there.Content.Span.SequenceEqual(bytes))
            throw new LogException($"{name} is there and holds something else than the records of the log give. Nothing is sealed over it. Move it away, and run verify log check.");
    }
}
