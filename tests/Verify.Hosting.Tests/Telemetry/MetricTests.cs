using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Reviews;
using Verify.Workflow.Telemetry;

namespace Verify.Hosting.Tests.Telemetry;

/// <summary>What is counted and measured while articles go their way.</summary>
[Collection(nameof(Alone))]
public sealed class MetricTests : IAsyncLifetime
{
    const string Text = "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.";

    readonly FakeTimeProvider clock = new(Sample.Noon);
    readonly Measurements told = new();
    TestDesk desk = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => desk = await TestDesk.OpenAsync(new MeasuredBlobs(new MemoryBlobs()), clock, new CrankedDriver(clock));

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        told.Dispose();
    }

    [Fact]
    public async Task An_article_that_is_decided_and_published_is_measured_all_the_way()
    {
        await desk.SubmitAsync(Text);
        await desk.SubmitAsync(Text, name: "b.txt");
        await desk.Driver.SettleAsync();
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(90));
        var claim = (await desk.QueueAsync())[0].Id;
        await desk.DecideAsync(claim, Sample.Approve());
        await desk.DecideAsync(claim, Sample.Approve()); // sent again: the same decision
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal([(1, "verify.door=inbox verify.known=False"), (1, "verify.door=inbox verify.known=True")], told.Of("verify.articles.received"));
        Assert.Equal([(5_400, "verify.judgement=approved")], told.Of("verify.decision.time"));
        Assert.Equal([(10, "verify.judgement=approved")], told.Of("verify.publication.time"));
        Assert.Equal([(Encoding.UTF8.GetByteCount(Text), "verify.language=id")], told.Of("verify.extraction.bytes"));
        var (duration, speed) = (Assert.Single(told.Of("verify.extraction.duration")), Assert.Single(told.Of("verify.extraction.speed")));
        Assert.InRange(duration.Value, 0, 60);
        Assert.Equal(Encoding.UTF8.GetByteCount(Text), speed.Value * duration.Value, tolerance: 0.001);
        Assert.Empty(told.Of("verify.retries"));
    }

    public static TheoryData<EntityAnswer, string?> Answers => new()
    {
        { new EntityAnswer.Off(), null },
        { new EntityAnswer.Found([], [], "by hand"), "found" },
        { new EntityAnswer.Found([], [new(0, 1, WhyNoEntities.TimedOut)], "by hand"), "partly" },
        { new EntityAnswer.Unavailable(WhyNoEntities.BudgetSpent), "budgetSpent" },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task What_a_language_service_answered_is_counted_where_one_was_asked(EntityAnswer answer, string? counted)
    {
        await using var asking = await TestDesk.OpenAsync(
            new MemoryBlobs(), clock, new CrankedDriver(clock), more: services => services.AddSingleton<IEntityFinder>(new FakeEntityFinder(_ => answer)));
        await asking.SubmitAsync(Text);
        await asking.Driver.SettleAsync();
        Assert.Equal(counted is null ? [] : [(1, $"verify.answer={counted}")], told.Of("verify.entities"));
    }

    [Fact]
    public async Task A_refused_input_is_counted_once_by_its_code()
    {
        var input = new QuarantineInput("x"u8.ToArray(), new ArticleSource("inbox", "x.bin"), "unsupportedFormat", "why");
        await desk.Mediator.Send(input, Cancel);
        await desk.Mediator.Send(input, Cancel);
        Assert.Equal([(1, "verify.refusal=unsupportedFormat")], told.Of("verify.quarantined"));
    }

    [Fact]
    public async Task An_append_that_came_second_is_a_retry()
    {
        var journal = new Journal<ReviewEvent>(new MemoryBlobs(), "journals/review/", WorkflowJson.Stored.ReviewEvent);
        var empty = await journal.LoadAsync(Sample.Claim.Value, Cancel);
        Assert.True((await journal.AppendAsync(Sample.Claim.Value, empty, Sample.Opened(), Cancel)).IsWritten);
        Assert.False((await journal.AppendAsync(Sample.Claim.Value, empty, Sample.Approved(), Cancel)).IsWritten);
        Assert.Equal([(1, "verify.retry.of=append")], told.Of("verify.retries"));
    }

    [Fact]
    public async Task An_advance_that_failed_is_a_retry()
    {
        var store = new MemoryBlobs();
        await store.AppendAsync($"journals/article/{Sample.Claim.Article}", "no event\n"u8.ToArray(), 0, Cancel);
        await using var broken = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
        await Assert.ThrowsAsync<JournalException>(() => broken.Mediator.Send(new Advance(Sample.Claim.Article), Cancel));
        Assert.Equal([(1, "verify.retry.of=advance")], told.Of("verify.retries"));
    }

    [Fact]
    public async Task The_store_is_counted_by_what_it_was_asked_and_how_it_answered()
    {
        var store = new MeasuredBlobs(FaultyBlobs.DiesAtWrite(8, new MemoryBlobs()));
        var bytes = "{}\n"u8.ToArray();
        told.Forget();
        await store.CreateAsync("a", bytes, Cancel);
        await store.CreateAsync("a", bytes, Cancel);
        await store.ReplaceAsync("a", bytes, "another", Cancel);
        await store.AppendAsync("b", bytes, 0, Cancel);
        await store.AppendAsync("b", bytes, 0, Cancel);
        await store.DeleteAsync("a", cancel: Cancel);
        await store.DeleteAsync("a", cancel: Cancel);
        await store.ReadAsync("a", Cancel);
        await store.ReadAsync("b", Cancel);
        Assert.Equal(["b"], await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel));
        await Assert.ThrowsAsync<StoreException>(() => store.CreateAsync("c", bytes, Cancel));
        await Assert.ThrowsAsync<StoreException>(async () => await store.ListAsync("", cancel: Cancel).ToListAsync(Cancel));
        Assert.Equal(
            [
                "create ok", "create refused", "replace refused", "append ok", "append refused", "delete ok", "delete missing", "read missing", "read ok", "list ok",
                "create failed", "list failed",
            ],
            told.Of("verify.store.requests").Select(one => one.Tags.Replace("verify.store.verb=", "", StringComparison.Ordinal).Replace("verify.store.outcome=", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_backlog_is_read_from_names()
    {
        var store = new MemoryBlobs();
        foreach (var name in new[]
        {
            $"queue/00/20260302100000000-{Sample.Claim}", $"queue/31/20260302113000000-{Sample.Claim}", $"queue/99/20260302110000000-{Sample.Claim}",
            "queue/00/no-entry", "queue/31/20269902113000000-x", $"stalled/{Sample.Claim}", $"stalled/{Sample.Claim.Article}",
        })
            await store.CreateAsync(name, ReadOnlyMemory<byte>.Empty, Cancel);
        using var gauges = new BacklogGauges(store, clock);
        told.Observe();
        Assert.Empty(told.Of("verify.queue.waiting"));

        await gauges.ReadAsync(Cancel);
        told.Observe();
        Assert.Equal([(2, "verify.escalated=False"), (1, "verify.escalated=True")], told.Of("verify.queue.waiting"));
        Assert.Equal([(7_200, "")], told.Of("verify.queue.age"));
        Assert.Equal([(2, "")], told.Of("verify.process.stalled"));

        clock.Advance(TimeSpan.FromSeconds(5));
        told.Observe();
        Assert.Equal([(7_205, "")], told.Of("verify.queue.age"));
    }

    [Fact]
    public async Task An_empty_queue_is_0_old_and_an_unread_one_is_not_told()
    {
        var store = FaultyBlobs.DiesAtWrite(1, new MemoryBlobs());
        using var gauges = new BacklogGauges(store, clock);
        await gauges.ReadAsync(Cancel);
        told.Observe();
        Assert.Equal([(0, "")], told.Of("verify.queue.age"));

        await Assert.ThrowsAsync<StoreException>(() => store.CreateAsync("a", ReadOnlyMemory<byte>.Empty, Cancel));
        await Assert.ThrowsAsync<StoreException>(() => gauges.ReadAsync(Cancel));
        told.Observe();
        Assert.Empty(told.Of("verify.queue.age"));
        Assert.Empty(told.Of("verify.queue.waiting"));
    }

    [Fact]
    public async Task The_queue_names_what_its_gauge_reads()
    {
        var store = new MemoryBlobs();
        await using var other = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
        await other.SubmitAsync(Text);
        await other.Driver.SettleAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        using var gauges = new BacklogGauges(store, clock);
        await gauges.ReadAsync(Cancel);
        told.Observe();
        Assert.Equal([(60, "")], told.Of("verify.queue.age"));
    }
}
