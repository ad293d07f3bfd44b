using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Notes;

namespace Verify.Workflow.Log.Remembering;

/// <summary>
/// What a desk remembers of its log outside its store: the newest checkpoint that it signed. Whoever can write the store can put it back to
/// an older state, or empty it, so that it looks like one where nothing was ever sealed; this is what tells them apart.
/// </summary>
/// <remarks>A checkpoint is remembered before it is in the store, so that nobody ever saw one that the desk does not know of.</remarks>
public sealed class LogMemory
{
    const string Newest = "log-head";

    readonly IBlobs? place;
    readonly string where;

    LogMemory(IBlobs? place, string where) => (this.place, this.where) = (place, where);

    /// <summary>Of a desk that remembers nothing.</summary>
    public static LogMemory None { get; } = new(null, "");

    /// <param name="place">A store of its own: whoever can write the desk's store should not be able to write this one.</param>
    /// <param name="where">Its address, for messages.</param>
    public static LogMemory In(IBlobs place, string where) => new(place, where.TrimEnd('/', '\\'));

    /// <summary>What to call it in a message.</summary>
    public string Name => $"{where}/{Newest}";

    /// <summary>The bytes as they stand there; null where nothing is remembered.</summary>
    /// <exception cref="StoreException">Its place does not answer.</exception>
    public async Task<Blob?> FindAsync(CancellationToken cancel) => place is null ? null : await place.ReadAsync(Newest, cancel);

    /// <exception cref="LogException">It is not this key's.</exception>
    /// <exception cref="StoreException">Its place does not answer.</exception>
    public async Task<Remembered?> ReadAsync(VerifierKey key, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } blob) return null;
        var (checkpoint, whyNot) = Checkpoint.Read(blob.Content.Span, key);
        return checkpoint is not null
            ? new(checkpoint, blob.Version)
            : throw new LogException($"{Name} {whyNot} It is what this desk remembers of its log, and nothing is sealed against it. Give the desk the key and the name that it had (Verify:Log:Key, Verify:Log:Origin); where another log is begun here on purpose, move that file away.");
    }

    /// <summary>Remembers a checkpoint in place of the one that was read; false, and nothing changed, where somebody else did meanwhile.</summary>
    /// <exception cref="StoreException">Its place does not answer.</exception>
    public async Task<bool> ReplaceAsync(Remembered? old, ReadOnlyMemory<byte> note, CancellationToken cancel) =>
        place is null || (old is null ? await place.CreateAsync(Newest, note, cancel) : await place.ReplaceAsync(Newest, note, old.Version, cancel) is not null);

    /// <summary>Remembers a resumption too, so that one that is removed from the store is missed.</summary>
    /// <param name="name">Of its blob in the store.</param>
    public async Task KeepAsync(string name, ReadOnlyMemory<byte> note, CancellationToken cancel)
    {
        if (place is not null) await place.KeepAsync(name[LogBlobs.Kept.Length..], note, cancel);
    }

    /// <summary>The names in the store of every resumption that is remembered.</summary>
    public async IAsyncEnumerable<string> ResumptionsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (place is null) yield break;
        await foreach (var name in place.ListAsync(LogBlobs.Resumed[LogBlobs.Kept.Length..], cancel: cancel)) yield return LogBlobs.Kept + name;
    }
}

/// <summary>The checkpoint that a desk remembers.</summary>
/// <param name="Version">For replacing it.</param>
public sealed record Remembered(Checkpoint Checkpoint, string Version)
{
    public long Size => Checkpoint.Size;
}
