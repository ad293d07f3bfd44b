using System.Text;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Audit;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Tests.Audit;

public sealed class AuditLogTests
{
    readonly MemoryBlobs store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static AuditEntry Look(int second = 0) => new(Sample.Noon.AddSeconds(second), Sample.Ani.Id, "getClaim", $"claim-{second}");

    async Task<List<string>> LinesAsync()
    {
        var lines = new List<string>();
        await foreach (var name in store.ListAsync("audit/", cancel: Cancel))
            lines.AddRange(Encoding.UTF8.GetString((await store.ReadAsync(name, Cancel))!.Content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return lines;
    }

    [Fact]
    public async Task What_is_noted_is_written_together_once()
    {
        var counting = new CountingBlobs(store);
        await using var log = new AuditLog(counting);
        for (var i = 0; i < 1000; i++) log.Note(Look(i));
        await log.WriteAsync(Cancel);
        await log.WriteAsync(Cancel);
        Assert.Equal(["begin audit"], counting.Take().Keys);
        log.Note(Look(1000));
        await log.WriteAsync(Cancel);
        Assert.Equal(["append audit"], counting.Take().Keys);
        Assert.Equal(1001, (await LinesAsync()).Count);
    }

    [Fact]
    public async Task What_waits_when_the_desk_ends_is_written()
    {
        await using (var log = new AuditLog(store)) log.Note(Look());
        Assert.Equal("""{"at":"2026-03-02T12:00:00+00:00","by":"r-ani","what":"getClaim","about":"claim-0"}""", Assert.Single(await LinesAsync()));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_loses_no_entry()
    {
        var faulty = FaultyBlobs.LosesAnswerOfWrite(1, store);
        await using var log = new AuditLog(faulty);
        log.Note(Look(1));
        await Assert.ThrowsAsync<StoreException>(() => log.WriteAsync(Cancel));
        log.Note(Look(2));
        await log.WriteAsync(Cancel);
        Assert.Equal(2, (await LinesAsync()).Distinct().Count()); // the first may be there twice
    }

    [Fact]
    public async Task Two_processes_write_beside_each_other()
    {
        await using AuditLog one = new(store), other = new(store);
        one.Note(Look(1));
        other.Note(Look(2));
        await Task.WhenAll(one.WriteAsync(Cancel), other.WriteAsync(Cancel));
        Assert.Equal(2, (await LinesAsync()).Count);
    }
}
