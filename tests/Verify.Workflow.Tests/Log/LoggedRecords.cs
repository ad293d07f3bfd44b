using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Journal;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Proving;
using Verify.Workflow.Log.Remembering;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Log;

/// <summary>Records without the desk that makes them, and what is asked of the log over them.</summary>
static class LoggedRecords
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The n-th of any number of records, five days apart.</summary>
    public static RecordBytes Record(int n) => VerifiedRecord.Of(Review.Fold(Events(n)), SealedAt(n));

    /// <summary>Each with the journal that it follows from.</summary>
    public static async Task PublishAsync(this IBlobs store, int from, int count)
    {
        for (var n = from; n < from + count; n++)
        {
            var record = Record(n);
            await Journals.OfReviews(store).AppendAsync(record.Record.Claim.Value, new([], 0), [.. Events(n), new PublicationSealed("publicationSealed", SealedAt(n), record.Id)], Cancel);
            await new RecordStore(store).CreateAsync(record, null, Cancel);
        }
    }

    static DateTimeOffset SealedAt(int n) => Sample.Noon.AddDays(5 * n);

    static ReviewEvent[] Events(int n) => [Sample.Opened() with { Claim = new(Sample.Claim.Article, n) }, Sample.Approved()];

    public static async Task<LogSealed> SealAsync(this IBlobs store)
    {
        await using var desk = await OpenAsync(store);
        return await desk.Mediator.Send(new SealLog());
    }

    /// <param name="memory">Where what is signed is remembered.</param>
    public static async Task<LogSealed> SealAsync(this IBlobs store, IBlobs memory)
    {
        await using var desk = await OpenAsync(store, memory);
        return await desk.Mediator.Send(new SealLog());
    }

    public static async Task<Answer<LogResumed>> ResumeAsync(this IBlobs store, IBlobs memory, string reason = "the disk was lost")
    {
        await using var desk = await OpenAsync(store, memory);
        return await desk.Mediator.Send(new ResumeLog(new("operator-1", Role.Operator), reason));
    }

    public static async Task<Answer<RecordProof>> ProveAsync(this IBlobs store, string id)
    {
        await using var desk = await OpenAsync(store);
        return await desk.Mediator.Send(new GetProof(id));
    }

    public static Task<LogReport> CheckAsync(this IBlobs store, ReadOnlyMemory<byte>? since = null, IBlobs? memory = null) =>
        new LogCheck(store, TestDesk.LogKey.Verifier, memory is null ? null : LogMemory.In(memory, "memory")).RunAsync(since, cancel: Cancel);

    /// <summary>The log holds each of so many records once, and everything is cleared away.</summary>
    public static async Task IsSealedAsync(this IBlobs store, int count, string when = "")
    {
        var report = await store.CheckAsync();
        Assert.True(report.Findings.IsEmpty, $"{when}: {string.Join('\n', report.Findings)}");
        Assert.Equal((when, count, count), (when, report.Size, report.Records));
        var names = await store.ListAsync("log/", cancel: Cancel).ToListAsync(Cancel);
        Assert.DoesNotContain(names, name => name.StartsWith("log/pending/", StringComparison.Ordinal) || name.StartsWith("log/batches/", StringComparison.Ordinal));
        Assert.Equal(count, names.Count(name => name.StartsWith("log/leaf/", StringComparison.Ordinal)));
    }

    public static async Task<byte[]> BytesAsync(this IBlobs store, string name) => (await store.ReadAsync(name, Cancel) ?? throw new InvalidOperationException(name)).Content.ToArray();

    /// <summary>Puts bytes in place of a blob, as somebody does who has the store.</summary>
    public static async Task PutAsync(this IBlobs store, string name, byte[] bytes)
    {
        await store.DeleteAsync(name, cancel: Cancel);
        Assert.True(await store.CreateAsync(name, bytes, Cancel));
    }

    /// <summary>As a backup has it.</summary>
    public static async Task<MemoryBlobs> CopyAsync(this IBlobs store)
    {
        var copy = new MemoryBlobs();
        await foreach (var name in store.ListAsync("", cancel: Cancel))
        {
            var blob = (await store.ReadAsync(name, Cancel))!;
            Assert.True(blob.IsGrown ? await copy.AppendAsync(name, blob.Content, 0, Cancel) : await copy.CreateAsync(name, blob.Content, Cancel));
        }
        return copy;
    }

    static Task<TestDesk> OpenAsync(IBlobs store, IBlobs? memory = null)
    {
        var clock = new FakeTimeProvider(Sample.Noon);
        return TestDesk.OpenAsync(store, clock, new CrankedDriver(clock), more: services =>
        {
            if (memory is not null) services.AddSingleton(LogMemory.In(memory, "memory"));
        });
    }
}
