using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Copying;

/// <summary>A store of which every n-th answer is lost, after what was asked is done. Nothing there is ever replaced or removed.</summary>
sealed class FlakyBlobs(IBlobs store, int every) : IBlobs
{
    int asked;

    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) => LoseAsync(store.CreateAsync(name, content, cancel));

    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default) => LoseAsync(store.ReadAsync(name, cancel));

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) => LoseAsync(store.AppendAsync(name, lines, position, cancel));

    public IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, CancellationToken cancel = default) => store.ListAsync(prefix, after, cancel);

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) => throw new InvalidOperationException("A copy replaces nothing.");

    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) => throw new InvalidOperationException("A copy removes nothing.");

    async Task<T> LoseAsync<T>(Task<T> answer)
    {
        var answered = await answer;
        return Interlocked.Increment(ref asked) % every == 0 ? throw new StoreException("The answer was lost.") : answered;
    }
}
