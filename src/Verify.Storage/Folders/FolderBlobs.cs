using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Folders;

/// <summary>The store as a folder of plain files, safe under several threads and processes and after <c>kill -9</c>.</summary>
/// <remarks>
/// <para>A blob is the file of its name, a grown one with <c>+lines</c> behind it. Other files in the folder are left alone and not
/// listed. A version is the SHA-256 of the bytes, so bytes that come back bring their version back.</para>
/// <para>Writers of one name take turns behind a lock; readers take none. A file is written under another name and moved into place, so it
/// is seen whole or not at all. Only one line appended behind a whole one is written in place: a reader leaves out a last line without its
/// newline, and the next append, finding one, writes the file anew, as it does for several lines at once.</para>
/// <para>Where the file system ignores case, names that differ in case only are one blob (the port forbids such pairs).</para>
/// </remarks>
public sealed class FolderBlobs : IBlobs
{
    readonly FolderNames names;
    readonly FolderLocks locks;
    readonly FolderDisk disk;

    /// <summary>A store in a folder, which is made by the first write if need be.</summary>
    public FolderBlobs(string folder, FolderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        names = new FolderNames(folder);
        locks = new FolderLocks(names);
        disk = new FolderDisk(names, options ?? new FolderOptions());
    }

    /// <inheritdoc/>
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) => InTurn<bool>(name, () =>
    {
        if (File.Exists(names.Whole(name)) || ReadGrown(name) is not null)
            return new(false);
        return new(true, Put(names.Whole(name), [content], over: false));
    }, cancel);

    /// <inheritdoc/>
    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default)
    {
        BlobRules.CheckName(name);
        return Told(name, () => Task.Run(() => ReadWhole(name) ?? ReadGrown(name), cancel));
    }

    /// <inheritdoc/>
    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        return InTurn(name, () =>
        {
            if (ReadWhole(name) is not { } old)
                return ReadGrown(name) is null ? new Done<string?>(null) : throw BlobRules.WrongKind(name, grown: true);
            if (old.Version != version)
                return new(null);
            return new(Version(content.Span), Put(names.Whole(name), [content], over: true));
        }, cancel);
    }

    /// <inheritdoc/>
    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default)
    {
        BlobRules.CheckLines(lines.Span, position);
        return InTurn(name, () => Append(name, lines, position), cancel);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        BlobRules.CheckPrefix(prefix);
        var listing = new FolderListing(names, prefix, after);
        while (await Told(prefix, () => Task.Run(listing.Next, cancel)) is { } folder)
            foreach (var name in folder)
            {
                cancel.ThrowIfCancellationRequested();
                yield return name;
            }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) => InTurn<bool>(name, () =>
    {
        var whole = ReadWhole(name);
        if ((whole ?? ReadGrown(name)) is not { } old || (version is not null && old.Version != version))
            return new(false);
        return new(true, disk.Remove(whole is null ? names.Grown(name) : names.Whole(name)));
    }, cancel);

    Done<bool> Append(string name, ReadOnlyMemory<byte> lines, long position)
    {
        if (File.Exists(names.Whole(name)))
            throw BlobRules.WrongKind(name, grown: false);
        var path = names.Grown(name);
        var kept = ReadOnlyMemory<byte>.Empty;
        if (File.Exists(path))
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(file);
            if (FolderLines.End(file, length) != position)
                return new(false);
            if (length == position && FolderLines.IsOne(lines.Span))
            {
                disk.Extend(file, lines, position);
                return new(true);
            }
            kept = FolderLines.Of(ReadFile(path)!);
        }
        else if (position != 0)
            return new(false);
        return new(true, Put(path, [kept, lines], over: true));
    }

    string Put(string path, IReadOnlyList<ReadOnlyMemory<byte>> content, bool over)
    {
        disk.Put(path, content, over);
        return Path.GetDirectoryName(path)!;
    }

    Blob? ReadWhole(string name) => ReadFile(names.Whole(name)) is { } content ? new Blob(content, Version(content)) : null;

    Blob? ReadGrown(string name) =>
        ReadFile(names.Grown(name)) is { } content && FolderLines.Of(content) is { IsEmpty: false } lines
            ? new Blob(lines, Version(lines.Span)) { IsGrown = true }
            : null;

    static byte[]? ReadFile(string path)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[RandomAccess.GetLength(file)];
            var read = 0;
            while (read < content.Length && RandomAccess.Read(file, content.AsSpan(read), read) is > 0 and var more)
                read += more;
            return content;
        }
        catch (Exception error) when (FolderErrors.IsMissing(error) || Directory.Exists(path))
        {
            return null;
        }
    }

    static string Version(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    Task<T> InTurn<T>(string name, Func<Done<T>> work, CancellationToken cancel)
    {
        BlobRules.CheckName(name);
        return Told(name, async () =>
        {
            await Task.Run(disk.MakeReady, cancel);
            using var turn = await locks.EnterAsync(name, cancel);
            var done = await Task.Run(work, cancel);
            if (done.Changed is { } folder) await disk.SettleAsync(folder);
            return done.Answer;
        });
    }

    async Task<T> Told<T>(string name, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (FolderErrors.IsTrouble(error))
        {
            throw FolderErrors.Of(error, names.Whole(name));
        }
    }

    /// <param name="Changed">The folder in which a name came or went; null where none did.</param>
    readonly record struct Done<T>(T Answer, string? Changed = null);
}
