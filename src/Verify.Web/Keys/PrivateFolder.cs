namespace Verify.Web.Keys;

/// <summary>A folder of the desk's own beside its store: no part of it, so that no copy of the store takes what is in it along.</summary>
public static class PrivateFolder
{
    const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder that only its owner can enter, and makes an empty one so; one that is in use stays as somebody set it.</summary>
    public static DirectoryInfo Make(string path)
    {
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path);
        var folder = Directory.CreateDirectory(path, Owner);
        if (!folder.EnumerateFileSystemInfos().Any()) folder.UnixFileMode = Owner;
        return folder;
    }
}
