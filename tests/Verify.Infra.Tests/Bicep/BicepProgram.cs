using System.Diagnostics;

namespace Verify.Infra.Tests.Bicep;

/// <summary>The compiler of the package, run as a process that can reach no network.</summary>
static class BicepProgram
{
    static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(3);
    static readonly string Place = Path.Combine(Repository.Metadata("BicepFolder"), "tools", "bicep");

    /// <summary>Why it does not run here, as a sentence for a skipped test; null where it runs.</summary>
    public static string? WhyNot { get; } = Repository.Metadata("BicepFolder").Length > 0
        ? null
        : "Bicep did not run: the package that the tests restore holds it for Linux on x64 alone.";

    /// <summary>Runs it in a folder. Skips the test where it cannot run.</summary>
    /// <exception cref="TimeoutException">It did not end in three minutes.</exception>
    public static async Task<Said> RunAsync(string folder, params string[] arguments)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
        var start = new ProcessStartInfo(Place, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Nothing listens there: whatever asks the network for a module, a type or a newer version fails, and so does the test.
        foreach (var name in new[] { "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy" })
            start.Environment[name] = "http://127.0.0.1:1";
        using var bicep = Process.Start(start)!;
        bicep.StandardInput.Close();
        var (output, errors) = (bicep.StandardOutput.ReadToEndAsync(), bicep.StandardError.ReadToEndAsync());
        await bicep.WaitForExitAsync().WaitAsync(LongestRun, TimeProvider.System);
        return new Said(bicep.ExitCode, await output, await errors);
    }
}

/// <summary>What a program said before it ended.</summary>
sealed record Said(int ExitCode, string Output, string Errors);
