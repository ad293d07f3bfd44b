using System.Net;
using System.Text;
using System.Text.Json;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Log.Notes;

namespace Verify.Web.Tests.Records;

public sealed class LogApiTests
{
    static readonly VerifierKey Key = TestDesk.LogKey.Verifier;

    [Fact]
    public async Task Whoever_is_signed_in_gets_the_key_and_the_checkpoint_as_they_are_kept()
    {
        await using var desk = await WebDesk.OpenAsync();
        var client = desk.Client(Role.Submitter);
        Assert.Equal($"{Key}\n", (await client.AskAsync("/api/log/key")).Is(HttpStatusCode.OK).Body);
        (await client.AskAsync("/api/log/checkpoint")).IsProblem(HttpStatusCode.NotFound, "noCheckpoint");
        await desk.PublishAsync(Samples.Harbour);
        await desk.SealAsync();
        var note = (await client.AskAsync("/api/log/checkpoint")).Is(HttpStatusCode.OK);
        Assert.Equal("text/plain; charset=utf-8", note.Content.ContentType?.ToString());
        Assert.Equal("no-cache", note.Headers.CacheControl?.ToString());
        Assert.Equal(1, Checkpoint.Read(Encoding.UTF8.GetBytes(note.Body), Key).Checkpoint!.Size);
        foreach (var path in new[] { "checkpoint", "key", "proof?record=x" }) (await desk.Client().AskAsync($"/api/log/{path}")).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task A_record_is_exported_with_its_proof_once_it_is_sealed()
    {
        await using var desk = await WebDesk.OpenAsync();
        var client = desk.Client(Role.Reviewer);
        string[] ids = [await desk.PublishAsync(Samples.Harbour), await desk.PublishAsync(Samples.Library)];
        (await client.AskAsync($"/api/log/proof?record={ids[0]}")).IsProblem(HttpStatusCode.Conflict, "notYetSealed");
        await desk.SealAsync();
        foreach (var id in ids)
        {
            var answer = (await client.AskAsync($"/api/log/proof?record={id}")).Is(HttpStatusCode.OK);
            Assert.Equal($"attachment; filename=\"verify-proof-{id}.json\"", answer.Content.ContentDisposition?.ToString());
            var proof = JsonSerializer.Deserialize(answer.Body, WorkflowJson.Stored.RecordProof)!;
            Assert.Empty(proof.WhatFails(Key));
            Assert.Equal((await client.AskAsync($"/api/records/{id}")).Body, Encoding.UTF8.GetString(Convert.FromBase64String(proof.Bytes)));
            Assert.Equal((id, 2), (proof.Record, proof.Size));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?record=")]
    [InlineData("?record=0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task There_is_no_proof_of_what_is_no_record(string query)
    {
        await using var desk = await WebDesk.OpenAsync();
        (await desk.Client(Role.Reviewer).AskAsync($"/api/log/proof{query}")).IsProblem(HttpStatusCode.NotFound, "recordNotFound");
    }

    [Fact]
    public async Task A_log_that_is_not_whole_is_told_as_such()
    {
        var store = new MemoryBlobs();
        await using var desk = await WebDesk.OpenAsync(store);
        var ids = new[] { await desk.PublishAsync(Samples.Harbour), await desk.PublishAsync(Samples.Library) };
        await desk.SealAsync();
        await store.DeleteAsync("log/tile/0/000.p/2", cancel: TestContext.Current.CancellationToken);
        var problem = (await desk.Client(Role.Reviewer).AskAsync($"/api/log/proof?record={ids[0]}")).IsProblem(HttpStatusCode.InternalServerError, "logBroken");
        Assert.Contains("log/tile/0/000.p/2 is missing", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_records_are_listed_and_found_beside_the_checkpoints_that_are_kept_there()
    {
        await using var desk = await WebDesk.OpenAsync();
        var id = await desk.PublishAsync(Samples.Harbour);
        await desk.SealAsync();
        var client = desk.Client(Role.Reviewer);
        Assert.Single((await client.AskAsync("/api/records")).Json["items"]!.AsArray());
        Assert.Equal(1, (int)(await client.AskAsync("/api/stats")).Json["records"]!);
        (await client.AskAsync($"/api/records/{id}")).Is(HttpStatusCode.OK);
        (await client.AskAsync($"/api/records/{new string('0', 64)}")).IsProblem(HttpStatusCode.NotFound, "recordNotFound");
    }
}
