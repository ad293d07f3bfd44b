namespace Verify.Web.SignIn;

static class PrivateFolder
{
    /// <summary>Makes a folder that only its owner can enter; one that is there stays as it is.</summary>
    public static DirectoryInfo Make(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
