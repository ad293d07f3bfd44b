using System.Collections.Immutable;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Tiles;

/// <summary>The tree of a size, read from its tiles; each is read once. Nothing is believed here: whoever asks compares the root.</summary>
sealed class TileNodes(IBlobs blobs, long size, CancellationToken cancel) : INodes
{
    readonly Dictionary<TileName, ImmutableArray<TreeHash>> read = [];

    public async ValueTask<TreeHash> NodeAsync(int level, long index)
    {
        var (tile, within) = (level / TileName.LevelsEach, level % TileName.LevelsEach);
        var first = index << within; // among the hashes of this level of tiles
        var hashes = await HashesAsync(tile, first / TileName.Full);
        return Merkle.Root(hashes.AsSpan((int)(first % TileName.Full), 1 << within));
    }

    /// <summary>The hashes of a tile as wide as this tree has it; none where the tree does not reach it.</summary>
    public Task<ImmutableArray<TreeHash>> HashesAsync(int level, long index) => ReadAsync(level, index);

    /// <summary>The entries of up to 256 leaves.</summary>
    public Task<ImmutableArray<TreeHash>> EntriesAsync(long index) => ReadAsync(TileName.Entries, index);

    async Task<ImmutableArray<TreeHash>> ReadAsync(int level, long index)
    {
        var width = Math.Min(TileName.Full, (size >> (TileName.LevelsEach * Math.Max(0, level))) - (index * TileName.Full));
        if (width <= 0) return [];
        var name = new TileName(level, index, (int)width);
        if (read.TryGetValue(name, out var known)) return known;
        var blob = await blobs.ReadAsync(LogBlobs.Tile(name), cancel)
            ?? throw new LogException($"{LogBlobs.Tile(name)} is missing, and the log's checkpoint of size {size} needs it. Restore it from a backup; verify log check tells what else is wrong.");
        ImmutableArray<TreeHash> hashes;
        if (!(level == TileName.Entries ? EntryBundle.TryRead(blob.Content.Span, name.Width, out hashes) : HashTile.TryRead(blob.Content.Span, name.Width, out hashes)))
            throw new LogException($"{LogBlobs.Tile(name)} is no tile of {width}. Restore it from a backup; verify log check tells what else is wrong.");
        return read[name] = hashes;
    }
}
