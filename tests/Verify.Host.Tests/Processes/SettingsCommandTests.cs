namespace Verify.Host.Tests.Processes;

/// <summary>Settings as the program finds them: options, environment, one file.</summary>
public sealed class SettingsCommandTests : IDisposable
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-settings-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Delete(recursive: true);

    static Task<(int Code, string Out, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] environment) => HostProcess.RunAsync(environment, arguments);

    string Write(string name, string json)
    {
        var path = Path.Combine(data.FullName, name);
        File.WriteAllText(path, json);
        return path;
    }

    static string Line(string output, string setting) => output.Split('\n').Single(line => line.StartsWith(setting + " ", StringComparison.Ordinal));

    [Fact]
    public async Task Every_setting_is_printed_with_its_place()
    {
        var file = Write("verify.json", """{ "Verify": { "Publisher": "Meja Cek", "SignIn": { "PseudonymSecret": "file:/run/pseudonyms" } } }""");
        var (code, output, error) = await RunAsync(["settings", "--data", data.FullName], ("Verify__WorthThreshold", "0.5"));
        Assert.Equal((0, ""), (code, error));
        Assert.EndsWith($"  {data.FullName}  (--data)", Line(output, "Verify:Store"), StringComparison.Ordinal);
        Assert.EndsWith($"  Meja Cek  ({file})", Line(output, "Verify:Publisher"), StringComparison.Ordinal);
        Assert.EndsWith("  0.5  (environment variable Verify__WorthThreshold)", Line(output, "Verify:WorthThreshold"), StringComparison.Ordinal);
        Assert.EndsWith($"  file:/run/pseudonyms  ({file})", Line(output, "Verify:SignIn:PseudonymSecret"), StringComparison.Ordinal);
        Assert.EndsWith("  00:00:10  (default)", Line(output, "Verify:Review:UndoWindow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_that_is_named_stands_in_place_of_the_one_in_the_data_folder()
    {
        Write("verify.json", """{ "Verify": { "Publisher": "Meja Cek" } }""");
        var other = Write("other.json", $$"""{ "Verify": { "Store": "{{data.FullName}}" } }""");
        var (code, output, _) = await RunAsync(["settings", "--settings", other]);
        Assert.Equal(0, code);
        Assert.EndsWith($"  {data.FullName}  ({other})", Line(output, "Verify:Store"), StringComparison.Ordinal);
        Assert.EndsWith("  Verify  (default)", Line(output, "Verify:Publisher"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "Verify__Review__UndoWindw", "00:00:10", "Did you mean Verify:Review:UndoWindow?")]
    [InlineData("""{ "Verify": { "Store": "elsewhere" } }""", "Verify__Port", "0", "would move the data folder that the file lies in")]
    [InlineData("{}", "Verify__SignIn__Entra__TenantId", "0b2f8a0e-3c55-4c3a-9a43-1f0a6f1f7d11", "is for Azure Functions")]
    [InlineData("{}", "Verify__SignIn__PseudonymSecret", "hunter2", "takes a reference")]
    [InlineData("{}", "Verify__SignIn__PseudonymSecret", "file:/nowhere/hunter", "/nowhere/hunter cannot be read")]
    public async Task A_desk_does_not_open_with_a_wrong_setting(string json, string name, string value, string says)
    {
        Write("verify.json", json);
        var (code, output, error) = await RunAsync(["--data", data.FullName, "--port", "0"], (name, value));
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("verify: Verify:", error, StringComparison.Ordinal);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error, StringComparison.Ordinal);
        Assert.Empty(data.GetDirectories()); // nothing was made
    }
}
