using System.Globalization;
using System.Runtime.CompilerServices;
using Verify.Workflow.Inbox;
using Verify.Workflow.Ports;

namespace Verify.Testing.Blobs;

/// <summary>The drop container in memory.</summary>
public sealed class MemoryInbox(TimeProvider clock) : IInboxBlobs
{
    readonly SortedDictionary<string, Dropped> blobs = new(StringComparer.Ordinal);
    int versions;

    public string Container => "verify-inbox";

    /// <summary>Called after a blob was read and before the answer: somebody else's chance to write.</summary>
    public Action<string>? AfterRead { get; set; }

    public IEnumerable<string> Names => blobs.Keys;

    public void Drop(string name, byte[] bytes, string? type = null, bool isGrowing = false) =>
        blobs[name] = new(bytes, type, (++versions).ToString(CultureInfo.InvariantCulture), clock.GetUtcNow(), isGrowing);

    /// <summary>Holds a blob where it is, as a lease does.</summary>
    public void Hold(string name) => blobs[name] = blobs[name] with { IsHeld = true };

    /// <summary>Makes a blob one that the store does not hand out.</summary>
    public void Withhold(string name, string why) => blobs[name] = blobs[name] with { Withheld = why };

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancel = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public async IAsyncEnumerable<InboxEntry> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await Task.CompletedTask;
        foreach (var (name, blob) in blobs.ToArray())
        {
            cancel.ThrowIfCancellationRequested();
            yield return new(name, blob.Bytes.Length, blob.ETag, blob.Modified);
        }
    }

    /// <inheritdoc/>
    public Task<InboxReading> ReadAsync(string name, CancellationToken cancel = default)
    {
        CheckName(name);
        InboxReading reading = blobs.GetValueOrDefault(name) switch
        {
            null => new InboxReading.Gone(),
            { Withheld: { } why } => new InboxReading.Unreadable(why),
            { Bytes.Length: > ArticleLimits.MostBytes and var bytes } => new InboxReading.TooLarge(bytes),
            var blob => new InboxReading.Content(blob.Bytes, blob.Type, blob.ETag, blob.Modified, blob.IsGrowing),
        };
        AfterRead?.Invoke(name);
        return Task.FromResult(reading);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string name, string etag, CancellationToken cancel = default)
    {
        CheckName(name);
        return Task.FromResult(blobs.TryGetValue(name, out var blob) && blob.ETag == etag && !blob.IsHeld && blobs.Remove(name));
    }

    static void CheckName(string name)
    {
        if (!InboxNames.IsName(name)) throw new ArgumentException($"\"{name}\" is no name.", nameof(name));
    }

    sealed record Dropped(byte[] Bytes, string? Type, string ETag, DateTimeOffset Modified, bool IsGrowing)
    {
        public bool IsHeld { get; init; }

        public string? Withheld { get; init; }
    }
}
