using Verify.Workflow.Blobs;

namespace Verify.Storage.Folders;

/// <summary>What a file system said, told with the file it is about and the way out.</summary>
internal static class FolderErrors
{
    // errno as .NET hands it on in HResult, or the Win32 error in its HRESULT form.
    static readonly int[] NoSpace = OperatingSystem.IsWindows() ? [unchecked((int)0x80070070), unchecked((int)0x80070027)]
        : OperatingSystem.IsMacOS() ? [28, 69] : [28, 122];

    static readonly int ReadOnlyDisk = OperatingSystem.IsWindows() ? unchecked((int)0x80070013) : 30;

    static readonly int Busy = OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsMacOS() ? 35 : 11;

    static readonly int AlreadyThere = OperatingSystem.IsWindows() ? unchecked((int)0x800700B7) : 17;

    public static bool IsTrouble(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>Whether a file could not be opened because another handle holds it for itself alone.</summary>
    public static bool IsBusy(IOException error) => error.HResult == Busy;

    /// <summary>Whether a file or a folder on the way to it is not there.</summary>
    public static bool IsMissing(Exception error) => error is FileNotFoundException or DirectoryNotFoundException;

    /// <summary>Whether a folder on the way to a path stood there when it was to be made, and was pruned by another before it was looked at.</summary>
    public static bool IsPrunedMeanwhile(Exception error, string path) => error is IOException && error.HResult == AlreadyThere && Blocker(path) is null;

    public static StoreException Of(Exception error, string path) => new($"{path}: {WayOut(error, path)}", error);

    static string WayOut(Exception error, string path) => error switch
    {
        _ when NoSpace.Contains(error.HResult) => "the disk is full. Free some space; what was stored before is unharmed.",
        UnauthorizedAccessException => $"the user {Environment.UserName} may not do this. Give that user read and write access to "
            + "the data folder and everything in it, or choose another folder.",
        _ when error.HResult == ReadOnlyDisk => "this disk is mounted read-only. Choose a data folder on another one.",
        _ when Blocker(path) is { } file => $"{file} is a file, and a folder is needed there. Move it away.",
        _ => error.Message,
    };

    static string? Blocker(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(folder))
                return folder;
        return null;
    }
}
