using System.Collections.Concurrent;

namespace Verify.Storage.Folders;

/// <summary>Puts changed names on the disk. Writers that changed the same folder share one flush: each is served by one that began after its change.</summary>
/// <param name="flush">Flushes a folder; false where it is not there.</param>
internal sealed class FolderFlushes(FolderNames names, Func<string, bool> flush)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Waiting> running = [];
    readonly ConcurrentDictionary<string, bool> settled = [];

    /// <summary>
    /// Flushes the names in a folder, and its own name and those above it, for any of them may be new. A folder that is pruned meanwhile is
    /// gone with what was in it. Folders of the first level are never removed, so each is looked after once.
    /// </summary>
    /// <exception cref="IOException">A folder could not be opened or flushed.</exception>
    public async Task SettleAsync(string folder)
    {
        await FlushAsync(folder);
        for (; folder != names.Root && !settled.ContainsKey(folder); folder = Path.GetDirectoryName(folder)!)
        {
            var above = Path.GetDirectoryName(folder)!;
            await FlushAsync(above);
            if (above == names.Root) settled.TryAdd(folder, true);
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

    void Run(string folder, TaskCompletionSource<bool> asked)
    {
        while (true)
        {
            try
            {
                asked.SetResult(flush(folder));
            }
            catch (Exception failed)
            {
                asked.SetException(failed);
            }
            lock (gate)
            {
                if (running[folder].Next is not { } next)
                {
                    running.Remove(folder);
                    return;
                }
                running[folder].Next = null;
                asked = next;
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
