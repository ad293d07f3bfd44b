using System.Globalization;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;

namespace Verify.Workflow.Log.Checking;

/// <summary>Compares every checkpoint that was kept with the tree: each must be what the tree was at its size.</summary>
sealed class CheckpointCheck(IBlobs blobs, VerifierKey key, Findings findings, CancellationToken cancel)
{
    readonly List<Resumption> resumptions = [];

    /// <returns>How many there are beside the records.</returns>
    public async Task<long> RunAsync(CheckedTree tree)
    {
        var count = 0L;
        var isNewestKept = tree.Size == 0;
        await foreach (var name in blobs.ListAsync(LogBlobs.Kept, cancel: cancel))
        {
            if (name.StartsWith(LogBlobs.Resumed, StringComparison.Ordinal))
            {
                await ResumedAsync(name);
                continue;
            }
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

    async Task ResumedAsync(string name)
    {
        if (await blobs.ReadAsync(name, cancel) is not { } blob) return;
        var (resumption, whyNot) = Resumption.Read(blob.Content.Span, key);
        if (resumption is null)
        {
            findings.Broken(name, whyNot!);
            return;
        }
        resumptions.Add(resumption);
        findings.Resumed(name, string.Create(CultureInfo.InvariantCulture, $"says that {resumption.By} let the log go on from {resumption.From.Size} records at {resumption.At:u}, when {resumption.Left.Size} had been signed: {resumption.Reason}"));
    }

    /// <param name="size">That its name says, where it says one.</param>
    public async Task CompareAsync(CheckedTree tree, string name, ReadOnlyMemory<byte> note, long? size = null)
    {
        var (kept, whyNot) = Checkpoint.Read(note.Span, key);
        if (kept is null) findings.Broken(name, whyNot!);
        else if (size is { } said && kept.Size != said) findings.Broken(name, $"is a checkpoint of {kept.Size} records under the name of another. Somebody put it there.");
        else if (kept.Size > tree.Size)
            findings.Broken(name, $"is a checkpoint of {kept.Size} records, and {LogBlobs.Checkpoint} is of {tree.Size}: the log was put back to an older state, or cut off. {LeftBehind(kept) ?? "Restore the log from a backup."}");
        else if (tree.Nodes is { } nodes && await nodes.RootAsync(kept.Size) != kept.Root)
            findings.Broken(name, $"signs another tree of {kept.Size} records than the log holds: the log was rewritten, and does not go on from what was signed. {LeftBehind(kept) ?? "Keep both: together they prove it."}");
    }

    /// <summary>What the desk remembers, which is a batch ahead of its store while a sealing is under way, or was cut off.</summary>
    /// <returns>Of how many records it is.</returns>
    public async Task<long?> RememberedAsync(CheckedTree tree, LogMemory memory, Blob? remembered)
    {
        if (remembered is null) return null;
        var read = Checkpoint.Read(remembered.Content.Span, key).Checkpoint;
        var isUnderWay = read?.Size > tree.Size && tree.Grown is { } grown && grown.Size == read.Size && await grown.RootAsync(read.Size) == read.Root;
        if (!isUnderWay) await CompareAsync(tree, memory.Name, remembered.Content);
        await foreach (var name in memory.ResumptionsAsync(cancel))
            if (await blobs.ReadAsync(name, cancel) is null) findings.Broken(name, $"is missing: it told that the log went on from less than had been signed. Somebody removed it; what it said stands beside {memory.Name}.");
        return read?.Size ?? 0;
    }

    string? LeftBehind(Checkpoint kept) => resumptions.FirstOrDefault(resumption => resumption.From.Size < kept.Size && kept.Size <= resumption.Left.Size) is { } resumption
        ? string.Create(CultureInfo.InvariantCulture, $"The desk says that it was left behind on purpose, when the log went on from {resumption.From.Size} records ({resumption.At:u}: {resumption.Reason}). Whether you believe that is up to you; keep it.")
        : null;
}
