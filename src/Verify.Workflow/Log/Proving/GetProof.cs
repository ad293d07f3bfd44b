using System.Text;
using MediatR;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Log.Tiles;
using Verify.Workflow.Log.Tree;
using Verify.Workflow.Records;

namespace Verify.Workflow.Log.Proving;

/// <summary>A record with the proof that it is in the log, as the newest checkpoint has it.</summary>
public sealed record GetProof(string Record) : IRequest<Answer<RecordProof>>;

sealed class GetProofHandler(IBlobs blobs, RecordStore records, LogSigner signer) : IRequestHandler<GetProof, Answer<RecordProof>>
{
    public async Task<Answer<RecordProof>> Handle(GetProof asked, CancellationToken cancel)
    {
        if (!TreeHash.TryParseHex(asked.Record, out var id) || await records.FindAsync(asked.Record, cancel) is not { } record)
            return new Refusal(RefusalKind.NotFound, "recordNotFound", $"There is no record {asked.Record}. A record id is 64 lower-case hex digits; GET /api/records lists them.", "record");
        // The index first: it is written after a checkpoint that has it.
        if (await blobs.ReadAsync(LogBlobs.Leaf(id), cancel) is not { } leaf)
            return new Refusal(RefusalKind.Conflict, "notYetSealed", $"Record {asked.Record} waits to be sealed into the log. That is a matter of seconds, or of minutes where many wait; ask again.");
        var index = LogBlobs.ReadIndex(leaf) ?? throw new LogException($"{LogBlobs.Leaf(id)} holds no index. Run verify log check.");
        var head = await LogHead.ReadAsync(blobs, signer.Verifier, cancel);
        if (index >= head.Size) throw new LogException($"{LogBlobs.Leaf(id)} says index {index}, and {LogBlobs.Checkpoint} is of {head.Size} records: the log was put back, or is not whole. Run verify log check.");
        var path = await new TileNodes(blobs, head.Size, cancel).InclusionAsync(index, head.Size);
        if (!ProofChecks.IsIncluded(Merkle.Leaf(id.ToArray()), index, head.Size, path.AsSpan(), head.Checkpoint.Root))
            throw new LogException($"Record {asked.Record} cannot be proven: the log's tiles do not lead from index {index} to the root of its checkpoint. Run verify log check.");
        return new RecordProof(
            RecordProof.CurrentSchema, asked.Record, Convert.ToBase64String(record.Content.Span), index, head.Size,
            [.. path.Select(hash => hash.ToBase64())], Encoding.UTF8.GetString(head.Note!.Value.Span),
            Successor.CorrectionOf(record), Successor.RetractionOf(record));
    }
}
