using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Reviews;
using Verify.Workflow.Telemetry;

namespace Verify.Hosting.Tests.Telemetry;

/// <summary>What a trace tells of one article, from its submission to its record.</summary>
public sealed class SpanTests : IAsyncLifetime
{
    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly Spans spans = new();
    readonly string text = $"Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya. Laporan {Guid.NewGuid():N}.";
    TestDesk desk = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    ArticleId Article => ArticleId.Of(Encoding.UTF8.GetBytes(text));

    string ArticleTrace => Article.Value[..32];

    public async ValueTask InitializeAsync() => desk = await TestDesk.OpenAsync(new MemoryBlobs(), clock, new CrankedDriver(clock));

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        spans.Dispose();
    }

    async Task<ClaimId> OpenAsync()
    {
        await desk.SubmitAsync(text);
        await desk.Driver.SettleAsync();
        return TestDesk.Value(await desk.Mediator.Send(new GetArticle(Article), Cancel)).Claims[0].Id;
    }

    async Task<ClaimId> PublishAsync()
    {
        var claim = await OpenAsync();
        TestDesk.Value(await desk.DecideAsync(claim, Sample.Approve(note: "a note of Ani's")));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(claim)).State);
        return claim;
    }

    [Fact]
    public async Task Every_step_from_the_submission_to_the_record_is_found_by_the_articles_id()
    {
        await PublishAsync();
        string[] steps = ["SubmitArticle", "ExtractClaims", "OpenReviews", "Decide", "SealPublication", "PublishRecord", "TellArticle"];
        Assert.Equal(steps, spans.About(Article).Select(span => span.OperationName).Where(steps.Contains));
    }

    [Fact]
    public async Task Every_step_of_a_claim_is_found_by_the_claims_id()
    {
        var claim = await PublishAsync();
        string[] steps = ["Decide", "SealPublication", "PublishRecord", "TellArticle"];
        Assert.Equal(steps, spans.About(claim).Select(span => span.OperationName).Where(steps.Contains));
    }

    [Fact]
    public async Task What_the_desk_does_by_itself_is_one_trace_that_the_articles_id_names()
    {
        await PublishAsync();
        var own = spans.About(Article).Where(span => span.TraceId.ToHexString() == ArticleTrace).ToList();
        Assert.Equal(
            ["Advance", "ExtractClaims", "OpenReviews", "PublishRecord", "SealPublication", "TellArticle"],
            own.Select(span => span.OperationName).Distinct().Order());
        Assert.All(own.Where(span => span.OperationName == "Advance"), root => Assert.Equal(default, root.ParentSpanId));
        Assert.All(own.Where(span => span.OperationName != "Advance"), work => Assert.Equal("Advance", work.Parent?.OperationName));
        Assert.Contains("published", own.Select(span => span.GetTagItem("verify.outcome")));
    }

    [Fact]
    public async Task A_request_stays_in_the_trace_of_its_sender_and_links_to_the_articles()
    {
        using (var door = spans.Door())
        {
            await desk.SubmitAsync(text);
            Assert.Equal(Article.Value, door.GetTagItem(DeskTrace.ArticleTag));
            var submitted = Assert.Single(spans.About(Article));
            Assert.Equal(door.TraceId, submitted.TraceId);
            Assert.Equal(ArticleTrace, Assert.Single(submitted.Links).Context.TraceId.ToHexString());
            await desk.Driver.SettleAsync(); // in the request, as a host may do it
            var advanced = spans.About(Article).First(span => span.OperationName == "Advance");
            Assert.Equal((ArticleTrace, door.Context), (advanced.TraceId.ToHexString(), Assert.Single(advanced.Links).Context));
        }
        var claim = (await desk.QueueAsync())[0].Id;
        using (var door = spans.Door())
        {
            await desk.DecideAsync(claim, Sample.Approve());
            Assert.Equal(claim.Value, door.GetTagItem(DeskTrace.ClaimTag));
            var decided = spans.About(claim).Single(span => span.OperationName == "Decide");
            Assert.Equal(door.SpanId, decided.ParentSpanId);
            Assert.Equal(ArticleTrace, Assert.Single(decided.Links).Context.TraceId.ToHexString());
        }
    }

    [Fact]
    public async Task A_refusal_is_told_by_its_code_and_is_no_failure()
    {
        var claim = await OpenAsync();
        TestDesk.RefusalOf(await desk.Mediator.Send(new Decide(claim, "decision-1", Sample.Ani, "another", Sample.Approve()), Cancel));
        var decided = spans.About(claim).Single(span => span.OperationName == "Decide");
        Assert.Equal(("claimChanged", ActivityStatusCode.Unset), (decided.GetTagItem("verify.refusal"), decided.Status));
    }

    [Fact]
    public async Task A_failure_is_told_by_its_kind_alone()
    {
        await using var failing = await TestDesk.OpenAsync(FaultyBlobs.DiesAtWrite(1, new MemoryBlobs()), clock, new CrankedDriver(clock));
        await Assert.ThrowsAsync<StoreException>(() => failing.SubmitAsync(text));
        var submitted = Assert.Single(spans.About(Article));
        Assert.Equal((ActivityStatusCode.Error, nameof(StoreException)), (submitted.Status, submitted.StatusDescription));
    }

    [Fact]
    public async Task No_span_holds_a_text_or_a_name()
    {
        await PublishAsync();
        Assert.All(
            spans.About(Article).SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Append(span.DisplayName).Append(span.StatusDescription ?? "")),
            told => Assert.Matches("^[A-Za-z0-9.=-]*$", told)); // ids and codes: no space, so no sentence
        Assert.DoesNotContain(spans.About(Article).SelectMany(span => span.TagObjects), tag => tag.Value?.ToString() is { } told && (told.Contains("ani", StringComparison.OrdinalIgnoreCase) || told.Contains("a.txt", StringComparison.Ordinal)));
    }
}
