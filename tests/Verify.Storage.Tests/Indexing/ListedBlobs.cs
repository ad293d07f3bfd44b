using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Indexing;

/// <summary>A store where something happens after all names were read and before the last of them is told.</summary>
sealed class ListedBlobs(IBlobs store, Func<Task> then) : IBlobs
{
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) => store.CreateAsync(name, content, cancel);

    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default) => store.ReadAsync(name, cancel);

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) =>
        store.ReplaceAsync(name, content, version, cancel);

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) => store.AppendAsync(name, lines, position, cancel);

    public async IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var names = new List<string>();
        await foreach (var name in store.ListAsync(prefix, after, cancel)) names.Add(name);
        await then();
        foreach (var name in names) yield return name;
    }

    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) => store.DeleteAsync(name, version, cancel);
}
