using System.Collections.Concurrent;

namespace Verify.Storage.Folders;

/// <summary>Puts changed names on the disk. Writers that changed the same folder share one flush: each is served by one that began after its change.</summary>
internal sealed class FolderFlushes(FolderNames names)
{
    // What is forgotten costs a flush more.
    const int MostSettled = 10_000;

    readonly Lock gate = new();
    readonly Dictionary<string, Waiting> running = [];
    readonly ConcurrentDictionary<string, DateTime> settled = [];

    /// <summary>
    /// Flushes the names in a folder, and its own name and those above it, for any of them may be new. A folder that is pruned meanwhile is
    /// gone with what was in it, and the one above it is flushed.
    /// </summary>
    /// <exception cref="IOException">A folder could not be opened or flushed.</exception>
    public async Task SettleAsync(string folder)
    {
        var isThere = await FlushAsync(folder);
        while (folder != names.Root)
        {
            var above = Path.GetDirectoryName(folder)!;
            // Made when it was settled: the same folder, and all above it are the same as long as it is there.
            var made = Directory.GetCreationTimeUtc(folder);
            if (isThere && settled.TryGetValue(folder, out var then) && then == made) return;
            var isAboveThere = await FlushAsync(above);
            if (isThere && isAboveThere)
            {
                if (settled.Count >= MostSettled) settled.Clear();
                settled[folder] = made;
            }
            (folder, isThere) = (above, isAboveThere);
        }
    }

    /// <summary>False where the folder is not there.</summary>
    Task<bool> FlushAsync(string folder)
    {
        lock (gate)
        {
            if (running.TryGetValue(folder, out var waiting)) return (waiting.Next ??= New()).Task; // the one that runs may have begun before the change
            var first = New();
            running[folder] = new();
            _ = Task.Run(() => Run(folder, first));
            return first.Task;
        }
    }

    void Run(string folder, TaskCompletionSource<bool> flush)
    {
        while (true)
        {
            try
            {
                flush.SetResult(FolderSync.TryFlush(folder));
            }
            catch (Exception failed)
            {
                flush.SetException(failed);
            }
            lock (gate)
            {
                if (running[folder].Next is not { } next)
                {
                    running.Remove(folder);
                    return;
                }
                running[folder].Next = null;
                flush = next;
            }
        }
    }

    static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    sealed class Waiting
    {
        /// <summary>The flush after the one that runs; null while nobody asks for it.</summary>
        public TaskCompletionSource<bool>? Next { get; set; }
    }
}
