using System.Collections.Immutable;
using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Sealing;

/// <summary>A tree in its tiles, with entries behind it that are in none yet.</summary>
sealed class GrownTree(TileNodes old, long size, ImmutableArray<TreeHash> entries) : INodes
{
    readonly Dictionary<(int Level, long Index), TreeHash> made = [];

    public async ValueTask<TreeHash> NodeAsync(int level, long index)
    {
        if ((index + 1) << level <= size) return await old.NodeAsync(level, index);
        if (level == 0) return Merkle.Leaf(entries[(int)(index - size)].ToArray());
        if (made.TryGetValue((level, index), out var known)) return known;
        return made[(level, index)] = Merkle.Node(await NodeAsync(level - 1, 2 * index), await NodeAsync(level - 1, (2 * index) + 1));
    }

    public async Task<byte[]> BytesAsync(TileName tile)
    {
        var hashes = new TreeHash[tile.Width];
        var first = tile.Index * TileName.Full;
        if (tile.Level == TileName.Entries)
        {
            var kept = await old.EntriesAsync(tile.Index);
            for (var n = 0; n < tile.Width; n++) hashes[n] = n < kept.Length ? kept[n] : entries[(int)(first + n - size)];
            return EntryBundle.Write(hashes);
        }
        for (var n = 0; n < tile.Width; n++) hashes[n] = await NodeAsync(tile.Level * TileName.LevelsEach, first + n);
        return HashTile.Write(hashes);
    }
}
