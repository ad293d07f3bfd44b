using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Tests.Log;

/// <summary>A store where somebody else does something once, before the n-th call is done.</summary>
sealed class InterruptedBlobs(IBlobs store, int call, Func<Task> meanwhile) : IBlobs
{
    int calls;

    public bool Reached => calls >= call;

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
        if (++calls == call) await meanwhile();
    }
}
