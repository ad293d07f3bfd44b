using System.Text.Json;
using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

public sealed class CompilesTests
{
    public static TheoryData<string> Files { get; } = [.. Repository.BicepFiles];

    [Fact]
    public async Task The_templates_compile_without_a_word_of_complaint_and_without_a_network()
    {
        var said = await Compiled.SaidAsync();
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
    }

    [Fact]
    public async Task The_linter_finds_nothing()
    {
        var said = await BicepProgram.RunAsync(Repository.Infra, "lint", "main.bicep");
        Assert.Equal((0, "", ""), (said.ExitCode, said.Output, said.Errors));
    }

    [Fact]
    public async Task Every_file_is_formatted_as_bicep_formats_it()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Repository.BicepFiles)
            folder.Write(file, Repository.Read($"infra/{file}"));
        var said = await BicepProgram.RunAsync(folder.Path, "format", "--pattern", "./**/*.bicep",
            "--newline-kind", "LF", "--indent-kind", "Space", "--indent-size", "2", "--insert-final-newline");
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.All(Repository.BicepFiles, file => Assert.Equal(Repository.Read($"infra/{file}"), folder.Read(file)));
    }

    [Fact]
    public async Task What_a_rule_finds_stops_the_build()
    {
        using var folder = new TemporaryFolder();
        folder.Write("bad.bicep", "param nobodyReadsIt string\n");
        var said = await BicepProgram.RunAsync(folder.Path, "build", "bad.bicep", "--stdout", "--config", Repository.Config);
        Assert.NotEqual(0, said.ExitCode);
        Assert.Contains("Error no-unused-params", said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_is_an_error_but_the_one_that_asks_for_the_date()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Repository.Config), new() { CommentHandling = JsonCommentHandling.Skip });
        var core = config.RootElement.GetProperty("analyzers").GetProperty("core");
        Assert.True(core.GetProperty("enabled").GetBoolean());
        Assert.All(core.GetProperty("rules").EnumerateObject(), rule =>
            Assert.Equal((rule.Name, rule.Name == "use-recent-api-versions" ? "off" : "error"), (rule.Name, rule.Value.GetProperty("level").GetString())));
    }

    [Fact]
    public void Every_module_is_used_once()
    {
        var main = File.ReadAllText(Repository.Main);
        Assert.All(
            Repository.BicepFiles.Where(file => file.StartsWith("modules/", StringComparison.Ordinal)),
            module => Assert.Equal(2, main.Split($" '{module}' =").Length));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_module_comes_from_a_registry_and_no_rule_is_silenced(string file)
    {
        var source = Repository.Read($"infra/{file}");
        Assert.DoesNotContain("'br", source, StringComparison.Ordinal);
        Assert.DoesNotContain("'ts", source, StringComparison.Ordinal);
        Assert.DoesNotContain("disable-next-line", source, StringComparison.Ordinal);
        Assert.DoesNotContain("disable-diagnostics", source, StringComparison.Ordinal);
    }
}
