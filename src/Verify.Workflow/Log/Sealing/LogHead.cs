using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Sealing;

/// <summary>The newest checkpoint as it was read.</summary>
/// <param name="Note">Its signed bytes; null while nothing was ever sealed.</param>
/// <param name="Version">For replacing it; null while there is none.</param>
sealed record LogHead(Checkpoint Checkpoint, ReadOnlyMemory<byte>? Note, string? Version)
{
    public long Size => Checkpoint.Size;

    /// <exception cref="LogException">It is not this key's.</exception>
    public static async Task<LogHead> ReadAsync(IBlobs blobs, VerifierKey key, CancellationToken cancel)
    {
        if (await blobs.ReadAsync(LogBlobs.Checkpoint, cancel) is not { } blob) return new(new(key.Name, 0, Merkle.Empty), null, null);
        var (checkpoint, whyNot) = Checkpoint.Read(blob.Content.Span, key);
        return checkpoint is not null
            ? new(checkpoint, blob.Content, blob.Version)
            : throw new LogException($"{LogBlobs.Checkpoint} {whyNot} Nothing is sealed over it. Give the desk the key that it had (Verify:Log:Key, or .keys/log.key of its data folder) and the name (Verify:Log:Origin), or restore the checkpoint from a backup.");
    }
}
