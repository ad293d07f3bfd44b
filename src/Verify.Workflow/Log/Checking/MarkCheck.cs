using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Checking;

/// <summary>Looks at what stands in the log beside its tiles: the index of each record, batches, and what does not belong there.</summary>
sealed class MarkCheck(IBlobs blobs, Findings findings, CancellationToken cancel)
{
    public async Task RunAsync(CheckedTree tree)
    {
        var indexed = new HashSet<TreeHash>();
        var isUnfinished = false;
        await foreach (var name in blobs.ListAsync(LogBlobs.Prefix, cancel: cancel))
        {
            if (Is(name, LogBlobs.Tiles) || Is(name, LogBlobs.Pending) || name == LogBlobs.Checkpoint) continue;
            if (Is(name, LogBlobs.Leaves)) await LeafAsync(tree, name, indexed);
            else if (!Is(name, LogBlobs.Batches)) findings.Broken(name, "does not belong to the log. Somebody put it there; move it away.");
            else if (LogBlobs.SizeOf(LogBlobs.Batches, name) is { } size && size <= tree.Size) isUnfinished = true;
            else findings.Broken(name, $"is a batch behind more records than {LogBlobs.Checkpoint} has ({tree.Size}): the log was put back, or somebody put it there.");
        }
        if (isUnfinished) return; // the indices are written before the batch goes
        foreach (var id in tree.Ids.OfType<TreeHash>().Where(id => !indexed.Contains(id)))
            findings.Broken(LogBlobs.Leaf(id), $"is missing, and the record is in the log at index {tree.IndexOf(id)}: somebody removed it. Restore it from a backup.");
    }

    async Task LeafAsync(CheckedTree tree, string name, HashSet<TreeHash> indexed)
    {
        if (!TreeHash.TryParseHex(name[LogBlobs.Leaves.Length..], out var id))
            findings.Broken(name, "is no name of a record. Somebody put it there; move it away.");
        else if (await blobs.ReadAsync(name, cancel) is { } leaf && indexed.Add(id) && (tree.IndexOf(id) is not { } index || LogBlobs.ReadIndex(leaf) != index) && tree.Nodes is not null)
            findings.Broken(name, tree.IndexOf(id) is { } right ? $"names another index than {right}, where the record is: it was changed. Restore it from a backup." : "is of a record that is not in the log: the log was put back, or somebody put it there.");
    }

    static bool Is(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);
}
