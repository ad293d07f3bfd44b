using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;

namespace Verify.Workflow.Log.Checking;

/// <summary>Compares every checkpoint that was kept with the tree: each must be what the tree was at its size.</summary>
sealed class CheckpointCheck(IBlobs blobs, VerifierKey key, Findings findings, CancellationToken cancel)
{
    /// <returns>How many there are beside the records.</returns>
    public async Task<long> RunAsync(CheckedTree tree)
    {
        var count = 0L;
        var isNewestKept = tree.Size == 0;
        await foreach (var name in blobs.ListAsync(LogBlobs.Kept, cancel: cancel))
        {
            if (LogBlobs.SizeOf(LogBlobs.Kept, name) is not { } size)
            {
                findings.Broken(name, "is no name of a checkpoint: a size of twelve digits. Somebody put it there.");
                continue;
            }
            if (await blobs.ReadAsync(name, cancel) is not { } blob) continue;
            count++;
            isNewestKept |= size == tree.Size;
            await CompareAsync(tree, name, blob.Content, size);
        }
        // Written before a batch goes: only while one is there may it still be missing.
        if (!isNewestKept && !await blobs.ListAsync(LogBlobs.Batches, cancel: cancel).AnyAsync(cancel))
            findings.Broken(LogBlobs.KeptAt(tree.Size), $"is missing: the checkpoint of {tree.Size} records was never kept beside them, or somebody removed it. Restore it from a backup.");
        return count;
    }

    /// <param name="size">That its name says, where it says one.</param>
    public async Task CompareAsync(CheckedTree tree, string name, ReadOnlyMemory<byte> note, long? size = null)
    {
        var (kept, whyNot) = Checkpoint.Read(note.Span, key);
        if (kept is null) findings.Broken(name, whyNot!);
        else if (size is { } said && kept.Size != said) findings.Broken(name, $"is a checkpoint of {kept.Size} records under the name of another. Somebody put it there.");
        else if (kept.Size > tree.Size)
            findings.Broken(name, $"is a checkpoint of {kept.Size} records, and {LogBlobs.Checkpoint} is of {tree.Size}: the log was put back to an older state, or cut off. Restore the log from a backup.");
        else if (tree.Nodes is { } nodes && await nodes.RootAsync(kept.Size) != kept.Root)
            findings.Broken(name, $"signs another tree of {kept.Size} records than the log holds: the log was rewritten, and does not go on from what was signed. Keep both: together they prove it.");
    }
}
