using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Proving;
using static Verify.Workflow.Tests.Log.LoggedRecords;

namespace Verify.Workflow.Tests.Log;

/// <summary>An exported proof holds by itself, and no part of it can be another.</summary>
public sealed class ProofTests
{
    static async Task<RecordProof> OneAsync(int n = 1)
    {
        var store = new MemoryBlobs();
        await store.PublishAsync(0, 5);
        await store.SealAsync();
        return TestDesk.Value(await store.ProveAsync(Record(n).Id));
    }

    static string What(RecordProof proof) => string.Join(' ', proof.WhatFails(TestDesk.LogKey.Verifier));

    [Fact]
    public async Task A_proof_that_was_given_out_holds()
    {
        for (var n = 0; n < 5; n++) Assert.Empty(What(await OneAsync(n)));
    }

    [Fact]
    public async Task What_was_changed_is_named()
    {
        var (proof, other) = (await OneAsync(), await OneAsync(2));
        Assert.Contains("bytes were changed", What(proof with { Bytes = other.Bytes }), StringComparison.Ordinal);
        Assert.Contains("no base64", What(proof with { Bytes = "?" }), StringComparison.Ordinal);
        Assert.Contains("The path does not lead", What(proof with { Record = other.Record, Bytes = other.Bytes }), StringComparison.Ordinal);
        Assert.Contains("The path does not lead", What(proof with { Index = other.Index }), StringComparison.Ordinal);
        Assert.Contains("The path does not lead", What(proof with { Index = -1 }), StringComparison.Ordinal);
        Assert.Contains("The path does not lead", What(proof with { Path = proof.Path.RemoveAt(0) }), StringComparison.Ordinal);
        Assert.Contains("The path is no list", What(proof with { Path = proof.Path.SetItem(0, "?") }), StringComparison.Ordinal);
        Assert.Contains("the proof says 9", What(proof with { Size = 9 }), StringComparison.Ordinal);
        Assert.Contains("no record id", What(proof with { Record = "?" }), StringComparison.Ordinal);
        Assert.Contains("verify-proof-1 is what can be checked", What(proof with { Schema = "verify-proof-2" }), StringComparison.Ordinal);
        Assert.Contains("The checkpoint is no signed note.", What(proof with { Checkpoint = "" }), StringComparison.Ordinal);
        Assert.Contains("is not signed by the key", What(proof with { Checkpoint = proof.Checkpoint.Replace("verify\n5", "verify\n6", StringComparison.Ordinal) }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_key_verifies_nothing()
    {
        using var stranger = new LogSigner("verify", new byte[32]);
        Assert.Contains("is not signed by the key", string.Join(' ', (await OneAsync()).WhatFails(stranger.Verifier)), StringComparison.Ordinal);
    }
}
