using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Folders;

/// <summary>One writer at a time for each name, among threads and among processes.</summary>
/// <remarks>
/// Names share <see cref="Stripes"/> locks. Within a process a lock is a semaphore; among processes it is a file held open for oneself
/// alone, which the operating system gives back when its holder dies, however it dies. Names that differ in case only share a lock,
/// because on some file systems they share a file. Nobody ever holds two locks, so nobody waits in a circle.
/// </remarks>
internal sealed class FolderLocks(FolderNames names)
{
    const int Stripes = 64;
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim[] here = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    /// <exception cref="StoreException">Another process has kept the lock for half a minute.</exception>
    public async Task<Held> EnterAsync(string name, CancellationToken cancel)
    {
        var stripe = SHA256.HashData(Encoding.ASCII.GetBytes(name.ToLowerInvariant()))[0] % Stripes;
        await here[stripe].WaitAsync(cancel);
        try
        {
            return new Held(await OpenAsync(Path.Combine(names.Locks, $"{stripe:00}"), cancel), here[stripe]);
        }
        catch
        {
            here[stripe].Release();
            throw;
        }
    }

    async Task<SafeFileHandle> OpenAsync(string path, CancellationToken cancel)
    {
        // Real time, whatever clock the store was given: it is another process that is waited for.
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        for (var pause = 1; ; pause = Math.Min(2 * pause, 16))
        {
            try
            {
                return File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (Exception missing) when (FolderErrors.IsMissing(missing))
            {
                Directory.CreateDirectory(names.Locks);
            }
            catch (IOException busy) when (FolderErrors.IsBusy(busy))
            {
                if (time.GetElapsedTime(started) > LongestWait)
                    throw new StoreException($"{path}: another process has held this lock for {LongestWait.TotalSeconds:0} seconds. "
                        + "Is one stopped in a debugger? End it and try again.", busy);
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, pause + 1)), time, cancel);
            }
        }
    }

    internal readonly struct Held(SafeFileHandle file, SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            semaphore.Release();
        }
    }
}
