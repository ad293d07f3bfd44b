using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Remembering;

/// <summary>Whether the log in the store goes on from what the desk remembers of it.</summary>
sealed class Continuity(IBlobs blobs, LogMemory memory)
{
    const string WaysOut = "Nothing is sealed over it, and what is published waits. Restore log/, records/ and journals/ from a backup that has all of it; where there is none, verify log resume --reason … goes on from what is there, and that stays to be seen.";

    /// <summary>Whether the log has at least what is remembered, and the same. Where it has less, that is not yet told here: a sealing may have been cut off behind its remembering.</summary>
    public async Task<bool> IsFromAsync(Remembered? remembered, LogHead head, CancellationToken cancel)
    {
        if (remembered is null || remembered.Checkpoint == head.Checkpoint) return true;
        var (old, size) = (remembered.Size, head.Size);
        if (old >= size) return false;
        var proof = old == 0 ? [] : await new TileNodes(blobs, size, cancel).ConsistencyAsync(old, size);
        return ProofChecks.IsConsistent(old, remembered.Checkpoint.Root, size, head.Checkpoint.Root, proof.AsSpan());
    }

    public LogException Broken(Remembered remembered, LogHead head) => new(
        remembered.Size > head.Size
            ? $"This desk remembers ({memory.Name}) that its log holds {remembered.Size} records, and {LogBlobs.Checkpoint} {(head.Version is null ? "is not there" : $"is of {head.Size}")}: the store was put back to an older state, or the log was removed from it. {WaysOut}"
            : $"This desk remembers ({memory.Name}) another log of {remembered.Size} records than the one that {LogBlobs.Checkpoint} ({head.Size} records) goes on from: the log was rewritten, or belongs to another desk with the same key. {WaysOut}");
}
