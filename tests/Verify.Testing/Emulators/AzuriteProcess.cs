using System.ComponentModel;
using System.Diagnostics;

namespace Verify.Testing.Emulators;

/// <summary>Starts the emulator as a process that watches this one through a pipe and ends with it, also after <c>kill -9</c>.</summary>
internal static class AzuriteProcess
{
    const string Ready = "successfully listens on ";
    static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    /// <exception cref="AzuriteMissingException">Node or the package is missing, or it did not start.</exception>
    public static async Task<(string Service, Process Running)> StartAsync()
    {
        await AzuritePackage.InstallAsync();
        var running = Start("node", "run.js");
        var complaints = running.StandardError.ReadToEndAsync();
        if (await ReadAddressAsync(running.StandardOutput).WaitAsync(LongestStart, TimeProvider.System) is not { } address)
            throw new AzuriteMissingException($"Azurite did not run: it ended before it listened. {(await complaints).Trim()}");
        _ = running.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return ($"{address}/devstoreaccount1", running);
    }

    public static Process Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = AzuritePackage.Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new AzuriteMissingException($"Azurite did not run: {program} is not installed. Install Node.js 20 or newer.", missing);
        }
    }

    static async Task<string?> ReadAddressAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
            if (line.IndexOf(Ready, StringComparison.Ordinal) is >= 0 and var at)
                return line[(at + Ready.Length)..].Trim();
        return null;
    }
}
