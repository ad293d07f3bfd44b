using System.Diagnostics;
using System.Globalization;
using System.Text;
using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests.Hooks;

/// <summary>Stands in for the Azure CLI: answers what it was told to, and remembers what it was asked.</summary>
/// <remarks>An answer belongs to a call that contains its words; the first that fits counts. A call that fits none ends with an error.</remarks>
sealed class FakeAz : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly List<(string Words, int ExitCode, string Output)> answers = [];

    /// <summary>What was asked, a line a call. The content of a file that was named stands behind it as <c>file=…</c>.</summary>
    public IReadOnlyList<string> Calls => File.Exists(Log) ? File.ReadAllLines(Log) : [];

    string Log => Path.Combine(folder.Path, "calls");

    public FakeAz Answers(string words, string output = "", int exitCode = 0)
    {
        answers.Add((words, exitCode, output));
        return this;
    }

    /// <summary>Runs a hook with this in place of "az" and "azd".</summary>
    public async Task<Said> RunAsync(string hook, params (string Name, string Value)[] variables)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The hooks are shell scripts: \"azd\" runs them in a POSIX shell, which Windows does not have by itself.");
        Install("az");
        Install("azd");
        var start = new ProcessStartInfo("/bin/sh", [Path.Combine(Repository.Infra, "hooks", hook)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["TMPDIR"] = Directory.CreateDirectory(Path.Combine(folder.Path, "tmp")).FullName;
        start.Environment["VERIFY_HOOK_PAUSE"] = "0";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var shell = Process.Start(start)!;
        shell.StandardInput.Close();
        var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder.Path, "tmp")));
        return new Said(shell.ExitCode, await output, await errors);
    }

    public void Dispose() => folder.Dispose();

    void Install(string program)
    {
        var script = new StringBuilder($$"""
            #!/bin/sh
            said="{{program}} $(printf '%s' "$*" | tr '\n' ' ')"
            while [ $# -gt 0 ]; do
              [ "$1" != --file ] || said="$said file=$(cat "$2")"
              shift
            done
            printf '%s\n' "$said" >>'{{Log}}'
            case "$said" in

            """);
        foreach (var (words, exitCode, output) in answers)
            script.Append(CultureInfo.InvariantCulture, $"  *'{words}'*) printf '%s' '{output}'; exit {exitCode} ;;\n");
        script.Append("esac\necho \"not expected: $said\" >&2\nexit 9\n");
        var file = folder.Write(program, script.ToString());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
