namespace Verify.Workflow.Ports;

/// <summary>
/// The drop container: strangers put blobs there under names of their own (spaces, every script, slashes), so they never pass through
/// <see cref="Blobs.IBlobs"/>. A name is what <see cref="Inbox.InboxNames.IsName"/> takes; anything else is misuse (<see cref="ArgumentException"/>).
/// </summary>
/// <remarks>Every verb throws <see cref="Blobs.StoreException"/> when the store does not answer, and for nothing that a stranger can do.</remarks>
public interface IInboxBlobs
{
    /// <summary>What events call the container.</summary>
    string Container { get; }

    /// <summary>Makes the container where it is missing, so that something can be dropped there.</summary>
    Task OpenAsync(CancellationToken cancel = default);

    /// <summary>Everything that lies there, folders left out. Not a snapshot. Nothing where the container is missing.</summary>
    IAsyncEnumerable<InboxEntry> ListAsync(CancellationToken cancel = default);

    /// <summary>One blob whole, up to <see cref="ArticleLimits.MostBytes"/>; of a larger one only its length.</summary>
    Task<InboxReading> ReadAsync(string name, CancellationToken cancel = default);

    /// <summary>Removes a blob, with its snapshots, if it is still the version that was read. False when it is another by now, gone, or held there by a lease or a policy.</summary>
    Task<bool> RemoveAsync(string name, string etag, CancellationToken cancel = default);
}

/// <summary>A blob in the drop container.</summary>
/// <param name="Modified">By the store's clock.</param>
public sealed record InboxEntry(string Name, long Bytes, string ETag, DateTimeOffset Modified);

/// <summary>What lies under a name of the drop container.</summary>
public abstract record InboxReading
{
    InboxReading() { }

    /// <param name="MediaType">As its writer declared it; null where nothing was.</param>
    /// <param name="Modified">By the store's clock.</param>
    /// <param name="IsGrowing">True for a blob that is written piece by piece, in place: nobody can tell by its bytes that it is complete.</param>
    public sealed record Content(ReadOnlyMemory<byte> Bytes, string? MediaType, string ETag, DateTimeOffset Modified, bool IsGrowing) : InboxReading;

    /// <summary>Larger than <see cref="ArticleLimits.MostBytes"/>, and not read.</summary>
    public sealed record TooLarge(long Bytes) : InboxReading;

    /// <summary>It is there and the store will not hand it out as it is: archived, say.</summary>
    /// <param name="Why">What the store said, as the end of a sentence.</param>
    public sealed record Unreadable(string Why) : InboxReading;

    /// <summary>Nothing lies there.</summary>
    public sealed record Gone : InboxReading;
}
