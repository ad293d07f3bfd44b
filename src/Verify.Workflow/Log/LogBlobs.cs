using System.Collections.Immutable;
using System.Globalization;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;
using Verify.Workflow.Records;

namespace Verify.Workflow.Log;

/// <summary>Where the log is kept.</summary>
static class LogBlobs
{
    public const string Prefix = "log/";

    /// <summary>The newest checkpoint; the one blob of the log that is replaced.</summary>
    public const string Checkpoint = Prefix + "checkpoint";

    public const string Tiles = Prefix + "tile/";

    /// <summary>An empty blob for each record that waits to be sealed.</summary>
    public const string Pending = Prefix + "pending/";

    /// <summary>For each sealed record its index, in digits.</summary>
    public const string Leaves = Prefix + "leaf/";

    /// <summary>For the size that a batch begins at, the records of that batch, a line each.</summary>
    public const string Batches = Prefix + "batches/";

    /// <summary>Every checkpoint there was, beside the records: what keeps those from being changed keeps these.</summary>
    public const string Kept = RecordStore.CheckpointsPrefix;

    /// <summary>Every time that the log went on from less than had been signed, beside the checkpoints for the same reason.</summary>
    public const string Resumed = Kept + "resumed-";

    const string SizeFormat = "D12";

    public static string Tile(TileName tile) => Tiles + tile;

    public static string Batch(long size) => Batches + Format(size);

    public static string KeptAt(long size) => Kept + Format(size);

    /// <param name="left">What was signed and is not gone on from.</param>
    public static string ResumedAt(long size, Notes.Checkpoint left) => $"{Resumed}{Format(size)}-{Format(left.Size)}-{left.Root.ToHex()[..16]}";

    public static string Leaf(TreeHash id) => Leaves + id.ToHex();

    public static string Waiting(string id) => Pending + id;

    /// <summary>The size that stands behind a prefix, null where none does.</summary>
    public static long? SizeOf(string prefix, string name) =>
        long.TryParse(name.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && prefix + Format(size) == name ? size : null;

    public static long? ReadIndex(Blob leaf) =>
        long.TryParse(leaf.Content.Span, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>The ids of a batch; null where it holds something else.</summary>
    public static ImmutableArray<TreeHash>? ReadBatch(Blob batch)
    {
        var ids = ImmutableArray.CreateBuilder<TreeHash>();
        foreach (var line in System.Text.Encoding.UTF8.GetString(batch.Content.Span).TrimEnd('\n').Split('\n'))
        {
            if (!TreeHash.TryParseHex(line, out var id)) return null;
            ids.Add(id);
        }
        return ids.ToImmutable();
    }

    static string Format(long size) => size.ToString(SizeFormat, CultureInfo.InvariantCulture);
}
