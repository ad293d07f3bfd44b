using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Verify.Storage.Tests.Folders;

/// <summary>Runs something as a user whom permissions stop, also where the tests run as root, whom they do not.</summary>
/// <remarks>Linux lets one thread alone change the user that files are opened as; the thread ends with what it ran.</remarks>
[SupportedOSPlatform("linux")]
internal static partial class Unprivileged
{
    const uint Nobody = 65534;

    public static void Run(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            SetFileUser(Nobody);
            try
            {
                action();
            }
            catch (Exception error)
            {
                failure = ExceptionDispatchInfo.Capture(error);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileUser(uint user);
}
