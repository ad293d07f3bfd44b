namespace Verify.Workflow.Blobs;

/// <summary>
/// The store: six verbs over named blobs, the same over a folder and over Azure. Every verb is atomic and durable when it
/// answers; a call that throws <see cref="StoreException"/> or is cancelled may or may not have happened.
/// </summary>
/// <remarks>
/// A name is <c>/</c>-separated parts of lower- or upper-case letters, digits, <c>.</c>, <c>-</c> and <c>_</c>; no part is empty or starts
/// or ends with a dot (<see cref="BlobRules"/> has the bounds). Anything else is misuse (<see cref="ArgumentException"/>). Names sort by
/// ordinal comparison. No two names may differ in case only, and no blob's name may be the folder of another's: stores differ in what
/// becomes of such a pair.
/// A blob is either written whole (create, replace) or grown (append), never both: to append to the one or replace the other is misuse
/// (<see cref="InvalidOperationException"/>).
/// </remarks>
public interface IBlobs
{
    /// <summary>Creates a blob where none is; false, and nothing changed, where one is.</summary>
    Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default);

    /// <summary>The blob's bytes and version, or null where none is. Of a grown blob only whole lines: a torn last line is left out.</summary>
    Task<Blob?> ReadAsync(string name, CancellationToken cancel = default);

    /// <summary>
    /// Puts new bytes in place of the version that was read and answers their version; null, and nothing changed, when the blob is
    /// another version by now or gone.
    /// </summary>
    Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default);

    /// <summary>
    /// Appends whole lines at a byte offset, creating the blob at offset 0; false, and nothing changed, when the blob's whole lines end
    /// elsewhere. <paramref name="lines"/> ends with a newline; all of them are kept or none. A torn last line left by a crash is no line
    /// and is written over. A grown blob without any line is the same as none.
    /// </summary>
    Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default);

    /// <summary>
    /// Names that start with <paramref name="prefix"/>, ascending, strictly after <paramref name="after"/> where given (any text, also of
    /// a blob that is gone). Not a snapshot: a listed blob may be gone when it is read.
    /// </summary>
    IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, CancellationToken cancel = default);

    /// <summary>Removes a blob, only in the given version where one is given; false when there was nothing to remove.</summary>
    Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default);
}
