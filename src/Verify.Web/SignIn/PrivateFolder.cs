namespace Verify.Web.SignIn;

static class PrivateFolder
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
