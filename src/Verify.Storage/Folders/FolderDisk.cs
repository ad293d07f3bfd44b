using Microsoft.Win32.SafeHandles;

namespace Verify.Storage.Folders;

/// <summary>Files that are either wholly there or not at all, and stay there once they are.</summary>
internal sealed class FolderDisk(FolderNames names, FolderOptions options)
{
    // No write takes this long; what is older was left by a process that died in the middle of one.
    static readonly TimeSpan OldestUnfinished = TimeSpan.FromHours(1);

    // A folder may be pruned by another process between making it and using it, but hardly so often in a row.
    const int MostTries = 20;

    readonly FolderFlushes flushes = new(names, FolderSync.TryFlush);
    readonly Lock sweeping = new();
    bool ready;

    /// <summary>
    /// Writes a file under another name, flushes it and moves it into place: in place of what is there (<paramref name="over"/>), or
    /// only where nothing is, which the caller has made sure of and holds the lock for. Its name is to be settled then.
    /// </summary>
    public void Put(string path, IReadOnlyList<ReadOnlyMemory<byte>> content, bool over)
    {
        Directory.CreateDirectory(names.Unfinished);
        var unfinished = Path.Combine(names.Unfinished, Path.GetRandomFileName());
        try
        {
            using (var file = File.OpenHandle(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.Delete))
            {
                RandomAccess.Write(file, content, 0);
                if (options.Flush && content.Any(part => !part.IsEmpty))
                    RandomAccess.FlushToDisk(file);
            }
            Move(unfinished, path, over);
        }
        catch
        {
            TryDelete(unfinished);
            throw;
        }
    }

    /// <summary>Puts changed names on the disk.</summary>
    /// <param name="folder">The one in which they changed.</param>
    public Task SettleAsync(string folder) => options.Flush ? flushes.SettleAsync(folder) : Task.CompletedTask;

    /// <summary>Adds bytes behind the last one; a reader meanwhile sees some first part of them, and so does one after a crash.</summary>
    public void Extend(SafeFileHandle file, ReadOnlyMemory<byte> content, long end)
    {
        RandomAccess.Write(file, content.Span, end);
        if (options.Flush)
            RandomAccess.FlushToDisk(file);
    }

    /// <summary>Removes a file, and the folders it leaves empty up to the store's own first level, which stays.</summary>
    /// <returns>The folder to be settled.</returns>
    public string Remove(string path)
    {
        File.Delete(path);
        var folder = Path.GetDirectoryName(path)!;
        while (IsPrunable(folder) && TryPrune(folder))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    bool IsPrunable(string folder) => folder != names.Root && Path.GetDirectoryName(folder) != names.Root;

    static void Move(string from, string to, bool over)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Move(from, to, over);
                return;
            }
            catch (Exception pruned) when ((FolderErrors.IsMissing(pruned) || FolderErrors.IsPrunedMeanwhile(pruned, to)) && tries < MostTries)
            {
                // The next round makes the folder again.
            }
        }
    }

    /// <summary>Before the first write: makes the store's folder where there is none, and sweeps up after processes that died.</summary>
    public void MakeReady()
    {
        lock (sweeping)
        {
            if (ready)
                return;
            MakeRoot();
            Directory.CreateDirectory(names.Locks);
            Directory.CreateDirectory(names.Unfinished);
            var oldest = options.Clock.GetUtcNow() - OldestUnfinished;
            foreach (var file in Directory.EnumerateFiles(names.Unfinished))
                if (File.GetLastWriteTimeUtc(file) < oldest)
                    TryDelete(file);
            ready = true;
        }
    }

    void MakeRoot()
    {
        var made = new Stack<string>();
        for (var folder = names.Root; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
            made.Push(folder);
        Directory.CreateDirectory(names.Root);
        if (options.Flush)
            foreach (var folder in made)
                FolderSync.Flush(Path.GetDirectoryName(folder)!);
    }

    static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (FolderErrors.IsTrouble(error))
        {
            // Swept another day; what is being told is why the write failed.
        }
    }

    static bool TryPrune(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (Exception error) when (FolderErrors.IsTrouble(error))
        {
            return false; // Not empty, or somebody else was first.
        }
    }
}
