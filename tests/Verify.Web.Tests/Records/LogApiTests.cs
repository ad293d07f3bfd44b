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
    public async Task Anybody_gets_the_key_and_the_checkpoint_as_they_are_kept_and_no_proof()
    {
        var store = new MemoryBlobs();
        await using var desk = await WebDesk.OpenAsync(store);
        var client = desk.Client();
        Assert.Equal($"{Key}\n", (await client.AskAsync("/api/log/key")).Is(HttpStatusCode.OK).Body);
        (await client.AskAsync("/api/log/checkpoint")).IsProblem(HttpStatusCode.NotFound, "noCheckpoint");
        await desk.PublishAsync(Samples.Harbour);
        await desk.SealAsync();
        var note = (await client.AskAsync("/api/log/checkpoint")).Is(HttpStatusCode.OK);
        Assert.Equal("text/plain; charset=utf-8", note.Content.ContentType?.ToString());
        Assert.Equal("public, max-age=60", note.Headers.CacheControl?.ToString());
        Assert.Equal(1, Checkpoint.Read(Encoding.UTF8.GetBytes(note.Body), Key).Checkpoint!.Size);
        Assert.Equal(note.Body, Encoding.UTF8.GetString((await store.ReadAsync("log/checkpoint", TestContext.Current.CancellationToken))!.Content.Span));
        (await client.AskAsync("/api/log/proof?record=x")).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
        (await client.TellAsync("/api/log/checkpoint", "", "text/plain")).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task Whoever_has_the_newest_checkpoint_is_sent_nothing_again()
    {
        await using var desk = await WebDesk.OpenAsync();
        await desk.PublishAsync(Samples.Harbour);
        await desk.SealAsync();
        var tag = (await desk.Client().AskAsync("/api/log/checkpoint")).Headers.ETag!.Tag;
        (await desk.Client().AskAsync("/api/log/checkpoint", ("If-None-Match", tag))).Is(HttpStatusCode.NotModified);
        await desk.PublishAsync(Samples.Library);
        await desk.SealAsync();
        Assert.StartsWith("verify\n2\n", (await desk.Client().AskAsync("/api/log/checkpoint", ("If-None-Match", tag))).Is(HttpStatusCode.OK).Body, StringComparison.Ordinal);
        Assert.Equal("public, max-age=3600", (await desk.Client().AskAsync("/api/log/key")).Headers.CacheControl?.ToString());
    }

    /// <summary>A page somewhere on the web, opened by somebody with a desk on their machine, learns nothing of it.</summary>
    [Theory]
    [InlineData("/api/log/checkpoint")]
    [InlineData("/api/log/key")]
    public async Task A_page_of_another_site_reads_neither(string path)
    {
        await using var desk = await WebDesk.OpenAsync();
        await desk.PublishAsync(Samples.Harbour);
        await desk.SealAsync();
        var answer = (await desk.Client().AskAsync(path, ("Origin", "https://elsewhere.example"))).Is(HttpStatusCode.OK);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("same-origin", string.Join("|", answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        (await desk.Client().AskAsync(path, ("Host", "rebound.example"))).IsProblem(HttpStatusCode.BadRequest, "hostNotAllowed");
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
