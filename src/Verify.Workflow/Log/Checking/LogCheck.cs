using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;

namespace Verify.Workflow.Log.Checking;

/// <summary>
/// Walks the whole store and compares every record with the log, and the log with what was signed. Reads only, needs no desk that runs, and
/// holds about 200 bytes a record in memory.
/// </summary>
/// <param name="key">The public key of the log, from somewhere that whoever could have changed the store could not change.</param>
/// <param name="memory">What the desk remembers of it, where that is known here: the log must go on from it too.</param>
public sealed class LogCheck(IBlobs blobs, VerifierKey key, LogMemory? memory = null)
{
    readonly LogMemory memory = memory ?? LogMemory.None;

    /// <summary>How often the whole is read, at most, while a desk seals meanwhile.</summary>
    const int MostRounds = 5;

    /// <param name="since">A checkpoint that somebody kept: the log must go on from it.</param>
    /// <param name="sinceName">What to call that one.</param>
    /// <exception cref="StoreException">The store does not answer.</exception>
    public async Task<LogReport> RunAsync(ReadOnlyMemory<byte>? since = null, string sinceName = "the old checkpoint", CancellationToken cancel = default)
    {
        for (var round = 1; ; round++)
        {
            var report = await ReadAsync(since, sinceName, cancel);
            if (!report.IsOutOfDate || report.IsWhole || round == MostRounds) return report;
        }
    }

    async Task<LogReport> ReadAsync(ReadOnlyMemory<byte>? since, string sinceName, CancellationToken cancel)
    {
        var findings = new Findings();
        // First: what it holds was there before the checkpoint that is read then.
        var remembered = await memory.FindAsync(cancel);
        var before = await blobs.ReadAsync(LogBlobs.Checkpoint, cancel);
        var tree = await new TreeReading(blobs, key, findings, cancel).ReadAsync(before?.Content);
        await new TileCheck(blobs, findings, cancel).RunAsync(tree);
        var checkpoints = new CheckpointCheck(blobs, key, findings, cancel);
        var kept = await checkpoints.RunAsync(tree);
        if (since is { } old) await checkpoints.CompareAsync(tree, sinceName, old);
        var pinned = await checkpoints.RememberedAsync(tree, memory, remembered);
        await new MarkCheck(blobs, findings, cancel).RunAsync(tree);
        // A desk that never sealed has no log to compare with yet.
        var told = await new JournalCheck(blobs, findings, cancel).RunAsync(tree, isBegun: before is not null || pinned > 0);
        var links = new LinkCheck(blobs, findings, cancel);
        var records = await new RecordCheck(blobs, told, links, findings, cancel).RunAsync(tree);
        await links.RunAsync(tree);
        var after = await blobs.ReadAsync(LogBlobs.Checkpoint, cancel);
        return new(tree.Size, before is null ? null : tree.Head.Root.ToBase64(), records, kept, pinned, findings.All) { IsOutOfDate = before?.Version != after?.Version };
    }
}
