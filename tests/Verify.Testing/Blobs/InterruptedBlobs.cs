using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Testing.Blobs;

/// <summary>A store where somebody else does something once, before the n-th call is done.</summary>
public sealed class InterruptedBlobs(IBlobs store, int call, Func<Task> meanwhile) : IBlobs
{
    int calls;

    public bool Reached => Volatile.Read(ref calls) >= call;

    public async Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        await CountAsync();
        return await store.CreateAsync(name, content, cancel);
    }

    public async Task<Blob?> ReadAsync(string name, CancellationToken cancel = default)
    {
        await CountAsync();
        return await store.ReadAsync(name, cancel);
    }

    public async Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default)
    {
        await CountAsync();
        return await store.ReplaceAsync(name, content, version, cancel);
    }

    public async Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default)
    {
        await CountAsync();
        return await store.AppendAsync(name, lines, position, cancel);
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await CountAsync();
        await foreach (var name in store.ListAsync(prefix, after, cancel)) yield return name;
    }

    public async Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default)
    {
        await CountAsync();
        return await store.DeleteAsync(name, version, cancel);
    }

    async Task CountAsync()
    {
        if (Interlocked.Increment(ref calls) == call) await meanwhile();
    }
}
