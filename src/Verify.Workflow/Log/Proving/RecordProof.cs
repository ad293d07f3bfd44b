using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Tree;
using Verify.Workflow.Records;

namespace Verify.Workflow.Log.Proving;

/// <summary>A record and all that proves it to be in the log; with the log's public key it needs nothing else.</summary>
/// <param name="Schema">Names this shape.</param>
/// <param name="Record">Its id.</param>
/// <param name="Bytes">The record's exact bytes, in base64.</param>
/// <param name="Index">Where it stands in the log, from 0.</param>
/// <param name="Size">Records in the log that it is proven in.</param>
/// <param name="Path">The hashes beside its way to the root, from the leaf up, in base64 (RFC 9162, section 2.1.3).</param>
/// <param name="Checkpoint">The signed checkpoint of that size.</param>
/// <param name="SupersededBy">What the desk said beside it when it gave the proof: the correction that took the record's place. Not part of what is proven, and not written where there is none.</param>
/// <param name="RetractedBy">Likewise the retraction that took back what it says.</param>
public sealed record RecordProof(
    string Schema, string Record, string Bytes, long Index, long Size, ImmutableArray<string> Path, string Checkpoint,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Successor? SupersededBy = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Successor? RetractedBy = null)
{
    public const string CurrentSchema = "verify-proof-1";

    /// <summary>Everything that is wrong with it, each a sentence; empty when the record is proven to stand in the log of this key.</summary>
    public ImmutableArray<string> WhatFails(VerifierKey key)
    {
        if (Schema != CurrentSchema) return [$"This is a \"{Schema}\", and {CurrentSchema} is what can be checked here."];
        var wrong = ImmutableArray.CreateBuilder<string>();
        if (!TreeHash.TryParseHex(Record, out var id)) return [$"\"{Record}\" is no record id: 64 lower-case hex digits."];
        if (!TryBytes(out var bytes)) wrong.Add("The record's bytes are no base64.");
        else if (TreeHash.Read(SHA256.HashData(bytes)) is var hash && hash != id) wrong.Add($"The record's bytes were changed: they hash to {hash}, and the record is {Record}.");

        var (checkpoint, whyNot) = Notes.Checkpoint.Read(Encoding.UTF8.GetBytes(Checkpoint), key);
        if (checkpoint is null) return wrong.ToImmutable().Add($"The checkpoint {whyNot}");
        if (checkpoint.Size != Size) wrong.Add($"The checkpoint is of {checkpoint.Size} records, and the proof says {Size}.");
        if (Parsed() is not { } path) wrong.Add("The path is no list of hashes in base64.");
        else if (!ProofChecks.IsIncluded(Merkle.Leaf(id.ToArray()), Index, checkpoint.Size, path.AsSpan(), checkpoint.Root))
            wrong.Add($"The path does not lead from record {Record} at index {Index} to the root that was signed for {checkpoint.Size} records: the record is not proven to be in the log there.");
        return wrong.ToImmutable();
    }

    bool TryBytes(out byte[] bytes)
    {
        bytes = new byte[Bytes.Length];
        if (!Convert.TryFromBase64String(Bytes, bytes, out var length)) return false;
        bytes = bytes[..length];
        return true;
    }

    ImmutableArray<TreeHash>? Parsed()
    {
        var hashes = ImmutableArray.CreateBuilder<TreeHash>();
        foreach (var text in Path.IsDefault ? [] : Path)
        {
            if (!TreeHash.TryParseBase64(text, out var hash)) return null;
            hashes.Add(hash);
        }
        return hashes.ToImmutable();
    }
}
