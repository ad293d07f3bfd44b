using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Indexing;

/// <summary>
/// A store whose names of some kinds are in memory, for a host that is alone with it: they are listed without asking the store. What other
/// programs do to these names is seen at the next <see cref="RefreshAsync"/>; a name that is gone by then reads as one that went after it was listed.
/// </summary>
/// <param name="prefixes">None the beginning of another. All names under them are held: about 250 bytes each.</param>
public sealed class IndexedBlobs(IBlobs store, params IReadOnlyList<string> prefixes) : IBlobs
{
    const int Lanes = 64;
    const int FewNames = 64;
    const int ManyNames = 4096;

    readonly NameIndex[] kinds = [.. prefixes.Select(prefix => new NameIndex(prefix, store))];

    // One at a time for each name, so that what is noted last is what was done last.
    readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Lists the names anew.</summary>
    /// <exception cref="StoreException">The store does not answer; the names stay as they were.</exception>
    public async Task RefreshAsync()
    {
        foreach (var kind in kinds) await kind.ReadAsync();
    }

    /// <inheritdoc/>
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) =>
        NoteAsync(name, () => store.CreateAsync(name, content, cancel), _ => true, cancel);

    /// <inheritdoc/>
    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default) => store.ReadAsync(name, cancel);

    /// <inheritdoc/>
    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) =>
        store.ReplaceAsync(name, content, version, cancel);

    /// <inheritdoc/>
    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) =>
        NoteAsync(name, () => store.AppendAsync(name, lines, position, cancel), done => done ? true : null, cancel);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (KindOf(prefix) is not { } kind)
        {
            await foreach (var name in store.ListAsync(prefix, after, cancel)) yield return name;
            yield break;
        }
        BlobRules.CheckPrefix(prefix);
        for (var most = FewNames; ; most = Math.Min(2 * most, ManyNames))
        {
            IReadOnlyList<string>? names;
            while ((names = kind.After(prefix, after, most)) is null) await kind.ReadAsync().WaitAsync(cancel);
            foreach (var name in names)
            {
                cancel.ThrowIfCancellationRequested();
                yield return name;
            }
            if (names.Count < most) yield break;
            after = names[^1];
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) =>
        NoteAsync(name, () => store.DeleteAsync(name, version, cancel), done => done || version is null ? false : null, cancel);

    NameIndex? KindOf(string name) => Array.Find(kinds, kind => name.StartsWith(kind.Prefix, StringComparison.Ordinal));

    /// <param name="isThere">Whether the blob is there after an answer; null when the answer does not tell.</param>
    async Task<bool> NoteAsync(string name, Func<Task<bool>> ask, Func<bool, bool?> isThere, CancellationToken cancel)
    {
        if (KindOf(name) is not { } kind) return await ask();
        var lane = lanes[unchecked((uint)string.GetHashCode(name, StringComparison.Ordinal)) % Lanes];
        await lane.WaitAsync(cancel);
        try
        {
            var done = await ask();
            if (isThere(done) is { } known) kind.Note(name, known);
            return done;
        }
        catch (Exception unknown) when (unknown is StoreException or OperationCanceledException)
        {
            kind.Doubt();
            throw;
        }
        finally
        {
            lane.Release();
        }
    }
}
