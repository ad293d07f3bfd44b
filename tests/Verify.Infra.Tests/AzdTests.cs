using System.Text.RegularExpressions;

namespace Verify.Infra.Tests;

/// <summary>azure.yaml, the hooks and the outputs of the templates speak of the same things.</summary>
public sealed partial class AzdTests
{
    /// <summary>What "azd" sets by itself, and what a hook's own caller may set.</summary>
    static readonly HashSet<string> Known =
        ["AZURE_SUBSCRIPTION_ID", "AZURE_ENV_NAME", "VERIFY_HOOK_TRIES", "VERIFY_HOOK_PAUSE"];

    public static TheoryData<string> Hooks { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Infra, "hooks")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("path: infra")]
    [InlineData("module: main")]
    [InlineData("project: ./src/Verify.Functions")]
    [InlineData("language: dotnet")]
    [InlineData("host: function")]
    [InlineData("  functions:")]
    public void Azd_is_told(string line) => Assert.Contains(line, Repository.Read("azure.yaml"), StringComparison.Ordinal);

    [Fact]
    public void Every_hook_that_azd_runs_is_there()
    {
        var named = Hook().Matches(Repository.Read("azure.yaml")).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(["infra/hooks/preprovision.sh", "infra/hooks/postprovision.sh"], named);
        Assert.All(named, hook => Assert.True(File.Exists(Path.Combine(Repository.Root, hook)), hook));
    }

    [Theory]
    [MemberData(nameof(Hooks))]
    public void A_hook_reads_only_what_the_templates_put_out(string hook)
    {
        var outputs = Output().Matches(File.ReadAllText(Repository.Main)).Select(match => match.Groups[1].Value).ToHashSet();
        outputs.UnionWith(Known);
        Assert.Subset(outputs, Variable().Matches(Repository.Read($"infra/hooks/{hook}")).Select(match => match.Groups[1].Value).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Hooks))]
    public void A_hook_stops_at_its_first_failure_and_can_be_run(string hook)
    {
        var file = Path.Combine(Repository.Infra, "hooks", hook);
        Assert.StartsWith("#!/bin/sh\n", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("\nset -eu\n", File.ReadAllText(file), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute), $"{hook} cannot be run: chmod +x.");
    }

    [GeneratedRegex(@"run: \./(\S+)")]
    private static partial Regex Hook();

    [GeneratedRegex(@"^output ([A-Z_]+) ", RegexOptions.Multiline)]
    private static partial Regex Output();

    [GeneratedRegex(@"\$\{?([A-Z][A-Z_]+)")]
    private static partial Regex Variable();
}
