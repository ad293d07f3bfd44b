using System.Globalization;
using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Testing.Blobs;

/// <summary>The store in memory: thread-safe, the same run gives the same versions, gone with the object.</summary>
public sealed class MemoryBlobs : IBlobs
{
    readonly Lock turn = new();
    readonly SortedDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    long versions;

    /// <inheritdoc/>
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) => InTurn(name, () =>
    {
        var isNew = !kept.ContainsKey(name);
        if (isNew)
            Keep(name, content, grown: false);
        return isNew;
    }, cancel);

    /// <inheritdoc/>
    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default) =>
        InTurn(name, () => kept.GetValueOrDefault(name)?.Blob, cancel);

    /// <inheritdoc/>
    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        return InTurn(name, () =>
        {
            if (!kept.TryGetValue(name, out var old))
                return null;
            if (old.Grown)
                throw BlobRules.WrongKind(name, grown: true);
            return old.Blob.Version == version ? Keep(name, content, grown: false) : null;
        }, cancel);
    }

    /// <inheritdoc/>
    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default)
    {
        BlobRules.CheckLines(lines.Span, position);
        return InTurn(name, () =>
        {
            var old = kept.GetValueOrDefault(name);
            if (old is { Grown: false })
                throw BlobRules.WrongKind(name, grown: false);
            var before = old?.Blob.Content ?? ReadOnlyMemory<byte>.Empty;
            if (before.Length != position)
                return false;
            Keep(name, (byte[])[.. before.Span, .. lines.Span], grown: true);
            return true;
        }, cancel);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        BlobRules.CheckPrefix(prefix);
        await Task.CompletedTask;
        foreach (var name in Names())
        {
            cancel.ThrowIfCancellationRequested();
            if (name.StartsWith(prefix, StringComparison.Ordinal) && (after is null || string.CompareOrdinal(name, after) > 0))
                yield return name;
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) => InTurn(name, () =>
        kept.TryGetValue(name, out var old) && (version ?? old.Blob.Version) == old.Blob.Version && kept.Remove(name), cancel);

    string[] Names()
    {
        lock (turn)
            return [.. kept.Keys];
    }

    string Keep(string name, ReadOnlyMemory<byte> content, bool grown)
    {
        var version = (++versions).ToString(CultureInfo.InvariantCulture);
        kept[name] = new Kept(new Blob(content.ToArray(), version) { IsGrown = grown }, grown);
        return version;
    }

    Task<T> InTurn<T>(string name, Func<T> work, CancellationToken cancel)
    {
        BlobRules.CheckName(name);
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<T>(cancel);
        lock (turn)
            return Task.FromResult(work());
    }

    sealed record Kept(Blob Blob, bool Grown);
}
