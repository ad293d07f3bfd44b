using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Reflection;

namespace Verify.Benchmarks.Desk;

/// <summary>The program <c>verify</c> as a process of its own over a folder, and a client that is signed in as an editor.</summary>
sealed class RunningDesk : IDisposable
{
    readonly Process process;

    RunningDesk(Process process, HttpClient client, TimeSpan start) => (this.process, Client, Start) = (process, client, start);

    public HttpClient Client { get; }

    /// <summary>From the start of the process to its first answer on <c>/health</c>.</summary>
    public TimeSpan Start { get; }

    /// <summary>What the process has in memory now, and the most it ever had.</summary>
    public (long Now, long Peak) Memory => (Status("VmRSS"), Status("VmHWM"));

    /// <exception cref="LoadException">The program ends before it answers.</exception>
    public static async Task<RunningDesk> StartAsync(string data, string? program = null)
    {
        var clock = TimeProvider.System;
        var begun = clock.GetTimestamp();
        var process = Process.Start(new ProcessStartInfo("dotnet", [program ?? Built, "--data", data, "--port", "0"]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is not (>= 0 and var at)) continue;
            var link = new Uri(line[at..].Trim());
            var client = new HttpClient { BaseAddress = new(link.GetLeftPart(UriPartial.Authority)), Timeout = TimeSpan.FromMinutes(5) };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", link.Query.Split("token=")[^1]);
            using var health = await client.GetAsync(new Uri("health", UriKind.Relative));
            health.EnsureSuccessStatusCode();
            _ = process.StandardOutput.ReadToEndAsync(); // a pipe that nobody reads stops its writer
            return new(process, client, clock.GetElapsedTime(begun));
        }
        throw new LoadException($"The program over {data} ended before it was ready.");
    }

    public void Dispose()
    {
        Client.Dispose();
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    static string Built => typeof(RunningDesk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "VerifyProgram").Value!;

    // In kB, from Linux; other systems are not measured.
    long Status(string name) => File.ReadLines($"/proc/{process.Id}/status").Where(line => line.StartsWith(name + ":", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024).FirstOrDefault();
}
