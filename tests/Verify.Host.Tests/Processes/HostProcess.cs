using System.Diagnostics;
using System.Net.Http.Headers;
using System.Web;

namespace Verify.Host.Tests.Processes;

/// <summary>The program itself, serving a data folder on a free port of this machine.</summary>
sealed class HostProcess : IDisposable
{
    readonly Process process;

    HostProcess(Process process, Uri link)
    {
        this.process = process;
        Link = link;
        Client = new HttpClient { BaseAddress = new Uri(link.GetLeftPart(UriPartial.Authority)) };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", HttpUtility.ParseQueryString(link.Query)["token"]);
    }

    /// <summary>The sign-in link it printed.</summary>
    public Uri Link { get; }

    /// <summary>Signed in by that link.</summary>
    public HttpClient Client { get; }

    /// <param name="environment">What stands in its environment beside what stands in this one's.</param>
    public static async Task<HostProcess> StartAsync(string data, CancellationToken cancel, params (string Name, string Value)[] environment)
    {
        var process = Start(environment, "--data", data, "--port", "0");
        while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
        {
            if (!line.TrimStart().StartsWith("http://127.0.0.1", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None); // or its pipe fills up
            return new(process, new Uri(line.Trim()));
        }
        throw new InvalidOperationException($"The host ended before it was ready: {await process.StandardError.ReadToEndAsync(cancel)}");
    }

    /// <summary>Starts the program with any arguments.</summary>
    public static Process Start(params string[] arguments) => Start([], arguments);

    /// <param name="environment">What stands in its environment beside what stands in this one's.</param>
    /// <param name="arguments">Its options.</param>
    public static Process Start((string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Host.Desk).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
    }

    /// <summary>Runs the program with any arguments to its end.</summary>
    /// <param name="environment">What stands in its environment beside what stands in this one's.</param>
    /// <param name="arguments">Its options.</param>
    public static async Task<(int Code, string Out, string Error)> RunAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var process = Start(environment, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await error);
    }

    /// <summary><c>kill -9</c></summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!process.HasExited) Kill();
        process.Dispose();
    }
}
