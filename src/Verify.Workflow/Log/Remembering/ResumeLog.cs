using MediatR;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;

namespace Verify.Workflow.Log.Remembering;

/// <summary>
/// Lets the log go on from what is in the store, although more had been signed: after a restore from an older backup, where there is no
/// newer one. It is kept under the desk's signature beside the records, and every check tells of it from then on.
/// </summary>
/// <param name="By">A pseudonym.</param>
/// <param name="Reason">On one line; it stays in the store.</param>
public sealed record ResumeLog(Actor By, string Reason) : IRequest<Answer<LogResumed>>;

/// <param name="Name">Of the blob that says so.</param>
/// <param name="From">Records that the log goes on from.</param>
/// <param name="Left">Records that it had been signed with.</param>
public sealed record LogResumed(string Name, long From, long Left);

sealed class ResumeLogHandler(IBlobs blobs, LogSigner signer, LogMemory memory, TimeProvider clock) : IRequestHandler<ResumeLog, Answer<LogResumed>>
{
    readonly Continuity continuity = new(blobs, memory);

    public async Task<Answer<LogResumed>> Handle(ResumeLog asked, CancellationToken cancel)
    {
        if (Resumption.WhyNoReason(asked.Reason) is { } wrong) return new Refusal(RefusalKind.Invalid, "reasonInvalid", $"The reason {wrong}", "/reason");
        if (await memory.ReadAsync(signer.Verifier, cancel) is not { } remembered)
            return new Refusal(RefusalKind.Conflict, "nothingRemembered", "This desk remembers no log, so nothing keeps it from going on: start it.");
        var head = await LogHead.ReadAsync(blobs, signer.Verifier, cancel);
        if (await GoesOnAsync(remembered, head, cancel))
            return new Refusal(RefusalKind.Conflict, "logGoesOn", $"The log goes on from what this desk remembers ({memory.Name}, {remembered.Size} records): there is nothing to resume. Start the desk.");
        await foreach (var ahead in blobs.ListAsync(LogBlobs.Kept, LogBlobs.KeptAt(head.Size) + "~", cancel))
            if (LogBlobs.SizeOf(LogBlobs.Kept, ahead) is not null)
                return new Refusal(RefusalKind.Conflict, "checkpointAhead", $"{ahead} is newer than {LogBlobs.Checkpoint} ({head.Size} records): only a part of the store was put back. Restore log/ to go with records/checkpoints/, or both from one backup.");
        if (await new TileNodes(blobs, head.Size, cancel).RootAsync(0, head.Size) != head.Checkpoint.Root)
            return new Refusal(RefusalKind.Conflict, "logBroken", $"The tiles in {LogBlobs.Tiles} do not give the root of {LogBlobs.Checkpoint}: this log cannot go on as it is. Run verify log check, and restore from a backup what it names.");

        // Said before it is done: one that is cut off here says the same again.
        var name = LogBlobs.ResumedAt(head.Size, remembered.Checkpoint);
        var note = new Resumption(head.Checkpoint, remembered.Checkpoint, asked.By.Id, clock.GetUtcNow(), asked.Reason).Sign(signer);
        await blobs.KeepAsync(name, note, cancel);
        await memory.KeepAsync(name, (await blobs.ReadAsync(name, cancel))?.Content ?? note, cancel);
        return await memory.ReplaceAsync(remembered, head.Note ?? head.Checkpoint.Sign(signer), cancel)
            ? new LogResumed(name, head.Size, remembered.Size)
            : new Refusal(RefusalKind.Conflict, "logMoved", "Somebody else changed what is remembered just now. Run verify log check, and see whether this is still needed.");
    }

    /// <summary>As the next sealing finds it, one that was cut off included.</summary>
    async Task<bool> GoesOnAsync(Remembered remembered, LogHead head, CancellationToken cancel)
    {
        if (remembered.Size <= head.Size) return await continuity.IsFromAsync(remembered, head, cancel);
        return await blobs.ReadAsync(LogBlobs.Batch(head.Size), cancel) is { } begun && LogBlobs.ReadBatch(begun) is { } batch
            && (await new TileWriter(blobs).GrowAsync(head.Checkpoint, batch, cancel)).Next == remembered.Checkpoint;
    }
}
