using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Copying;

/// <summary>A store whose desk runs on: at some reads it has written into a journal, and opened another.</summary>
sealed class BusyBlobs(IBlobs store, int changes) : IBlobs
{
    int reads, made;

    public async Task<Blob?> ReadAsync(string name, CancellationToken cancel = default)
    {
        // Every fifth read, so that changes fall behind what was copied already.
        if (Interlocked.Increment(ref reads) % 5 == 0 && Interlocked.Increment(ref made) is var mine && mine <= changes)
        {
            var position = (await store.ReadAsync("journals/review/busy", cancel))?.Content.Length ?? 0;
            await store.AppendAsync("journals/review/busy", "{}\n"u8.ToArray(), position, cancel);
            await store.CreateAsync($"articles/busy-{mine}/raw", "x"u8.ToArray(), cancel);
        }
        return await store.ReadAsync(name, cancel);
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, CancellationToken cancel = default) => store.ListAsync(prefix, after, cancel);

    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) => throw Untouched();

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) => throw Untouched();

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) => throw Untouched();

    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) => throw Untouched();

    static InvalidOperationException Untouched() => new("The source of a copy is read only.");
}
