using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Verify.Storage.Folders;

/// <summary>Puts the names in a folder on the disk, which flushing the files in it does not.</summary>
/// <remarks>.NET opens no folders, so the C library does. Windows has no such call and needs none: NTFS journals its names.</remarks>
internal static partial class FolderSync
{
    static readonly int CloseOnExec = OperatingSystem.IsMacOS() ? 0x1000000 : 0x80000;

    const int NoSuchFolder = 2;

    /// <exception cref="IOException">The folder is not there, or could not be opened or flushed.</exception>
    public static void Flush(string folder)
    {
        if (!TryFlush(folder))
            throw new DirectoryNotFoundException($"The folder {folder} went away.");
    }

    /// <summary>False, and nothing flushed, when the folder is not there.</summary>
    /// <exception cref="IOException">The folder could not be opened or flushed.</exception>
    public static bool TryFlush(string folder)
    {
        if (OperatingSystem.IsWindows())
            return true;
        var descriptor = Open(folder, CloseOnExec);
        if (descriptor < 0 && Marshal.GetLastPInvokeError() == NoSuchFolder)
            return false;
        if (descriptor < 0)
            throw new IOException($"Could not open the folder: {Marshal.GetLastPInvokeErrorMessage()}.", Marshal.GetLastPInvokeError());
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
        return true;
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
