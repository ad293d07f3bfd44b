using System.Diagnostics;

namespace Verify.Benchmarks.Startup;

/// <summary>How long programs take from their start to their end, two of them in turn, so that what slows the machine slows both.</summary>
static class WholeProcess
{
    public static async Task<(double One, double Other)[]> PairsAsync(string[] one, string[] other, string input, int runs, CancellationToken cancel)
    {
        var pairs = new (double, double)[runs];
        for (var run = -1; run < runs; run++)
        {
            var pair = (await MillisecondsAsync(one, input, cancel), await MillisecondsAsync(other, "", cancel));
            if (run >= 0) pairs[run] = pair;
        }
        return pairs;
    }

    static async Task<double> MillisecondsAsync(string[] arguments, string input, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        if (input.Length > 0) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancel);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (process.ExitCode != 0) throw new LoadException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        await output;
        return took;
    }
}
