using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Testing.Blobs;

/// <summary>Counts what is asked of a store, by verb and by the first part of the name: <c>append journals</c>.</summary>
public sealed class CountingBlobs(IBlobs store) : IBlobs
{
    readonly Lock gate = new();
    SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>What was asked since the last call, and begins anew.</summary>
    public IReadOnlyDictionary<string, int> Take()
    {
        lock (gate)
        {
            var taken = counts;
            counts = new(StringComparer.Ordinal);
            return taken;
        }
    }

    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) =>
        Counted("create", name, store.CreateAsync(name, content, cancel));

    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default) => Counted("read", name, store.ReadAsync(name, cancel));

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) =>
        Counted("replace", name, store.ReplaceAsync(name, content, version, cancel));

    /// <remarks>The first append to a journal in Azure is two requests: one makes the blob.</remarks>
    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) =>
        Counted(position == 0 ? "begin" : "append", name, store.AppendAsync(name, lines, position, cancel));

    public async IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        Count("list", prefix);
        await foreach (var name in store.ListAsync(prefix, after, cancel)) yield return name;
    }

    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) =>
        Counted("delete", name, store.DeleteAsync(name, version, cancel));

    T Counted<T>(string verb, string name, T answer)
    {
        Count(verb, name);
        return answer;
    }

    void Count(string verb, string name)
    {
        var key = $"{verb} {name.Split('/')[0]}";
        lock (gate) counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
