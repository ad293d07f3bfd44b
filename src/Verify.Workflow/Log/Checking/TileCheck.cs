using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Checking;

/// <summary>Compares every tile there is with the tree, and looks for those that the tree needs.</summary>
sealed class TileCheck(IBlobs blobs, Findings findings, CancellationToken cancel)
{
    public async Task RunAsync(CheckedTree tree)
    {
        var needed = TileName.Of(tree.Size).ToHashSet();
        // A sealing that stopped in its middle may have written tiles behind the checkpoint.
        var grown = tree.Grown;
        await foreach (var name in blobs.ListAsync(LogBlobs.Tiles, cancel: cancel))
        {
            if (!TileName.TryParse(name[LogBlobs.Tiles.Length..], out var tile))
            {
                findings.Broken(name, "is no name of a tile. Somebody put it there; move it away.");
                continue;
            }
            needed.Remove(tile.Value);
            if (grown is not null && await blobs.ReadAsync(name, cancel) is { } blob && WhyNot(tree, grown, tile.Value, blob.Content.Span) is { } whyNot) findings.Broken(name, whyNot);
        }
        foreach (var missing in needed) findings.Broken(LogBlobs.Tile(missing), "is missing: somebody removed it. Restore it from a backup.");
    }

    static string? WhyNot(CheckedTree tree, LeafNodes grown, TileName tile, ReadOnlySpan<byte> bytes)
    {
        const string Beyond = "is a tile of more records than the log has. If no desk is sealing just now, somebody put it there, or put the log back; move it away.";
        const string Differs = "does not hold what the log's entries give: it was changed. Restore it from a backup.";
        var (level, first) = (Math.Max(0, tile.Level) * TileName.LevelsEach, tile.Index * TileName.Full);
        if (first + tile.Width > grown.CountOf(level)) return Beyond;
        var isSame = true;
        if (tile.Level != TileName.Entries)
        {
            isSame = HashTile.TryRead(bytes, tile.Width, out var hashes);
            for (var n = 0; isSame && n < tile.Width; n++) isSame = hashes[n] == grown[level, first + n];
        }
        else
        {
            isSame = EntryBundle.TryRead(bytes, tile.Width, out var ids);
            for (var n = 0; isSame && n < tile.Width; n++) isSame = Merkle.Leaf(ids[n].ToArray()) == grown[0, first + n];
        }
        return isSame ? null : Differs;
    }
}
