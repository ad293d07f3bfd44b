using System.Reflection;

namespace Verify.Testing.Emulators;

/// <summary>The pinned npm package, installed beside its <c>package.json</c> by whichever test process is first.</summary>
internal static class AzuritePackage
{
    static readonly TimeSpan LongestInstall = TimeSpan.FromMinutes(5);

    public static string Folder { get; } = typeof(AzuritePackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "AzuriteFolder").Value!;

    // npm writes this file last, so what died in the middle of installing is not taken for installed.
    static bool IsInstalled => File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"))
        && File.GetLastWriteTimeUtc(Path.Combine(Folder, "node_modules", ".package-lock.json"))
            >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));

    /// <exception cref="AzuriteMissingException">npm is missing or failed.</exception>
    public static async Task InstallAsync()
    {
        if (IsInstalled)
            return;
        await using var turn = await EnterAsync();
        if (IsInstalled)
            return;
        using var npm = AzuriteProcess.Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--loglevel=error");
        npm.StandardInput.Close();
        var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync())
            .WaitAsync(LongestInstall, TimeProvider.System);
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new AzuriteMissingException($"Azurite did not run: \"npm ci\" failed in {Folder}: {string.Concat(said).Trim()}");
    }

    /// <summary>Several test projects run at once; the others wait until the first has installed.</summary>
    static async Task<FileStream> EnterAsync()
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, ".azurite")).FullName, "installing");
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < LongestInstall)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
            }
        }
    }
}
