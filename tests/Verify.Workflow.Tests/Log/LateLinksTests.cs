using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Blobs;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Records;

namespace Verify.Workflow.Tests.Log;

/// <summary>A desk that corrects a record while its store is checked.</summary>
public sealed class LateLinksTests
{
    readonly MemoryBlobs store = new();
    readonly FakeTimeProvider clock = new(Sample.Noon);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_whose_record_came_behind_the_listing_is_not_called_added()
    {
        await using var desk = await TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));
        await desk.SubmitAsync(WorkflowScenarios.Flood);
        await desk.Driver.SettleAsync();
        TestDesk.Value(await desk.DecideAsync((await desk.QueueAsync())[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        await desk.Mediator.Send(new SealLog(), Cancel);
        var old = Assert.Single(await desk.RecordsAsync());

        var report = await new PassingBlobs(store, async () =>
        {
            TestDesk.Value(await desk.ReviseAsync(old.Id, "correction-1", Sample.Approve(1)));
            await desk.Driver.PassAsync(TimeSpan.FromMinutes(1));
        }).CheckAsync();
        Assert.True(report.IsWhole, string.Join('\n', report.Findings));
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
    }

    /// <summary>A store in which records are created while they are listed: each in a place that the listing has passed, its link in one that it has not.</summary>
    sealed class PassingBlobs(IBlobs store, Func<Task> meanwhile) : IBlobs
    {
        public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) => store.CreateAsync(name, content, cancel);

        public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default) => store.ReadAsync(name, cancel);

        public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) => store.ReplaceAsync(name, content, version, cancel);

        public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) => store.AppendAsync(name, lines, position, cancel);

        public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) => store.DeleteAsync(name, version, cancel);

        public async IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
        {
            var before = await store.ListAsync(prefix, after, cancel).ToListAsync(cancel);
            if (prefix == RecordStore.Prefix) await meanwhile();
            await foreach (var name in store.ListAsync(prefix, after, cancel))
                if (before.Contains(name) || RecordStore.IdOf(name) is null) yield return name;
        }
    }
}
