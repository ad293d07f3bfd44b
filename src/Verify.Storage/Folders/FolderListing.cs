using System.IO.Enumeration;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Folders;

/// <summary>Walks the folder in the order of names, a folder at a time, into those alone that may hold a wanted name.</summary>
/// <remarks>
/// A folder stands among its neighbours with its slash: <c>a-b</c>, <c>a.b</c>, <c>a/…</c>, <c>a0</c> is the ordinal order of names.
/// </remarks>
internal sealed class FolderListing
{
    readonly FolderNames names;
    readonly string prefix;
    readonly string? after;
    readonly Stack<Queue<string>> open = [];

    public FolderListing(FolderNames names, string prefix, string? after)
    {
        (this.names, this.prefix, this.after) = (names, prefix, after);
        open.Push(new Queue<string>([prefix[..(prefix.LastIndexOf('/') + 1)]]));
    }

    /// <summary>The next names, or null after the last.</summary>
    public IReadOnlyList<string>? Next()
    {
        List<string> found = [];
        while (open.TryPeek(out var entries))
        {
            if (!entries.TryPeek(out var entry))
                open.Pop();
            else if (entry.Length > 0 && entry[^1] != '/')
                found.Add(entries.Dequeue());
            else if (found.Count > 0)
                return found;
            else
                open.Push(Read(entries.Dequeue()));
        }
        return found.Count > 0 ? found : null;
    }

    Queue<string> Read(string folder)
    {
        try
        {
            var entries = new FileSystemEnumerable<string?>(
                Path.Combine(names.Root, folder),
                (ref FileSystemEntry entry) => Entry(folder, ref entry),
                new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false });
            return new Queue<string>(entries.Where(IsWanted).Select(entry => entry!).Order(StringComparer.Ordinal));
        }
        catch (Exception gone) when (FolderErrors.IsMissing(gone))
        {
            return [];
        }
    }

    static string? Entry(string folder, ref FileSystemEntry entry) =>
        !entry.IsDirectory ? FolderNames.Blob(entry.FileName) is { } blob ? folder + blob : null
        : BlobRules.IsPart(entry.FileName) ? $"{folder}{entry.FileName}/"
        : null;

    bool IsWanted(string? entry) =>
        entry is not null
        && entry.StartsWith(prefix, StringComparison.Ordinal)
        && (after is null || string.CompareOrdinal(entry, after) > 0 || IsAbove(entry, after));

    static bool IsAbove(string entry, string name) => entry[^1] == '/' && name.StartsWith(entry, StringComparison.Ordinal);
}
