using System.Net;
using Verify.Testing.Blobs;
using Verify.Web.Tests.Desk;
using Verify.Workflow;
using Verify.Workflow.Blobs;

namespace Verify.Web.Tests.Api;

public sealed class FailureTests
{
    [Fact]
    public async Task A_store_that_does_not_answer_is_a_503_that_says_when_to_come_back()
    {
        await using var desk = await WebDesk.OpenAsync(new BrokenBlobs(new StoreException("/secret/path is gone")));
        var answer = (await desk.Client(Role.Reviewer).AskAsync("/api/stats")).IsProblem(HttpStatusCode.ServiceUnavailable, "storeUnavailable");
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("/secret/path", answer.Body, StringComparison.Ordinal);
        (await desk.Client().AskAsync("/health")).IsProblem(HttpStatusCode.ServiceUnavailable, "storeUnavailable");
    }

    [Fact]
    public async Task What_nobody_foresaw_is_a_500_with_a_trace_id_and_nothing_of_the_inside()
    {
        await using var desk = await WebDesk.OpenAsync(new BrokenBlobs(new InvalidOperationException("inside")));
        var answer = (await desk.Client(Role.Reviewer).AskAsync("/api/stats")).IsProblem(HttpStatusCode.InternalServerError, "unexpected");
        Assert.False(string.IsNullOrEmpty((string?)answer.Json["traceId"]));
        Assert.DoesNotContain("inside", answer.Body, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_cannot_be_read_says_which_and_whom_to_tell()
    {
        var store = new MemoryBlobs();
        await using var desk = await WebDesk.OpenAsync(store);
        var id = Samples.Harbour.Id;
        await store.AppendAsync($"journals/article/{id}", "{}\n"u8.ToArray(), 0, TestContext.Current.CancellationToken);
        var answer = await desk.Client(Role.Reviewer).AskAsync($"/api/articles/{id}");
        Assert.Equal((HttpStatusCode.InternalServerError, "journalUnreadable"), (answer.Status, answer.Code));
        Assert.Contains($"journals/article/{id}, line 1", answer.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_somebody_changed_is_never_shown()
    {
        var store = new MemoryBlobs();
        await using var desk = await WebDesk.OpenAsync(store);
        var id = new string('a', 64);
        await store.CreateAsync($"records/2026/03/{id}.json", "{}"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("recordChanged", (await desk.Client(Role.Reviewer).AskAsync($"/api/records/{id}")).IsProblem(HttpStatusCode.InternalServerError, "recordChanged").Code);
    }

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public async Task An_export_that_fails_in_its_middle_does_not_look_whole(string format)
    {
        var store = new MemoryBlobs();
        await using var desk = await WebDesk.OpenAsync(store);
        await desk.PublishAsync(Samples.Harbour);
        await store.CreateAsync($"records/2026/04/{new string('a', 64)}.json", "{}"u8.ToArray(), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
            (await desk.Client(Role.Reviewer).AskAsync($"/api/records/export?format={format}")).Is(HttpStatusCode.InternalServerError));
    }
}
