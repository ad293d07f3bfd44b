using Microsoft.Extensions.Configuration;
using Verify.Hosting.Settings;

namespace Verify.Hosting.Tests.Settings;

/// <summary>Settings come from several places: which one holds, and how a message names it.</summary>
public sealed class OriginTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verify-settings-");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("Verify__Port", null);
        Environment.SetEnvironmentVariable("Verify__AllowedHosts__0", null);
        Environment.SetEnvironmentVariable("VERIFY_WORTH_THRESHOLD", null);
        folder.Delete(recursive: true);
    }

    string Write(string json)
    {
        var path = Path.Combine(folder.FullName, SettingsFile.Name);
        File.WriteAllText(path, json);
        return path;
    }

    static IConfigurationRoot Build(string file, string? port = null) =>
        new ConfigurationBuilder().AddSettingsFile(file).AddEnvironmentVariables().Add(new OptionSettings(("--port", "Port", port))).Build();

    [Fact]
    public void An_option_is_stronger_than_the_environment_and_that_than_a_file()
    {
        var file = Write("""{ "Verify": { "Port": 1, "Publisher": "Meja" } } // a comment""");
        Assert.Equal((1, "Meja"), PortAndPublisher(Build(file)));
        Environment.SetEnvironmentVariable("Verify__Port", "2");
        Assert.Equal((2, "Meja"), PortAndPublisher(Build(file)));
        Assert.Equal((3, "Meja"), PortAndPublisher(Build(file, "3")));
    }

    [Fact]
    public void A_message_tells_where_the_value_stands()
    {
        var file = Write("""{ "Verify": { "Port": "x" } }""");
        Assert.StartsWith($"Verify:Port ({file}) is \"x\";", Configured.Refused(Build(file)).Message, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable("Verify__Port", "y");
        Assert.StartsWith("Verify:Port (environment variable Verify__Port) is \"y\";", Configured.Refused(Build(file)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Verify:Port (--port) is \"z\";", Configured.Refused(Build(file, "z")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_of_two_places_are_not_mixed()
    {
        var file = Write("""{ "Verify": { "AllowedHosts": ["a.example", "b.example"] } }""");
        Assert.Equal(["a.example", "b.example"], DeskSettings.Read(Build(file), DeskHost.OneProcess).AllowedHosts);
        Environment.SetEnvironmentVariable("Verify__AllowedHosts__0", "c.example");
        Assert.Equal(["c.example"], DeskSettings.Read(Build(file), DeskHost.OneProcess).AllowedHosts);
    }

    [Fact]
    public void A_configuration_within_a_configuration_tells_its_places_too()
    {
        var file = Write("""{ "Verify": { "Port": "x" } }""");
        var outer = new ConfigurationBuilder().AddConfiguration(Build(file)).Build();
        Assert.StartsWith($"Verify:Port ({file}) is \"x\";", Configured.Refused(outer).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_configuration_that_a_host_builder_holds_is_one()
    {
        using var manager = new ConfigurationManager();
        manager.AddSettingsFile(Write("""{ "Verify": { "Publisher": "Meja" } }""")).AddEnvironmentVariables();
        Assert.Equal("Meja", DeskSettings.Read(manager, DeskHost.OneProcess).Publisher);
    }

    [Fact]
    public void A_variable_with_one_underscore_is_not_passed_over()
    {
        Environment.SetEnvironmentVariable("VERIFY_WORTH_THRESHOLD", "0.5");
        Assert.Equal(
            "The environment variable VERIFY_WORTH_THRESHOLD is not read. Write Verify__WorthThreshold, with two underscores between the parts.",
            Configured.Refused(Build(Write("{}"))).Message);
    }

    [Theory]
    [InlineData("""{ "Review": { "UndoWindow": "00:00:10" } }""", "\"Review\" at its root. Every setting stands under \"Verify\"")]
    [InlineData("""{ "Verify": 1 }""", "holds no settings. Every setting stands under \"Verify\"")]
    [InlineData("""{ "Verify": { "Port": 1, "port": 2 } }""", "is no JSON of settings")]
    [InlineData("""{ "Verify": """, "is no JSON of settings")]
    [InlineData("[]", "is no JSON of settings")]
    public void A_file_that_is_none_is_told_by_its_path(string json, string says)
    {
        var file = Write(json);
        var message = Assert.Throws<SettingsException>(() => Build(file)).Message;
        Assert.StartsWith(file, message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_is_told() =>
        Assert.Equal($"There is no settings file {folder.FullName}/none/x.json.", Assert.Throws<SettingsException>(() => Build(Path.Combine(folder.FullName, "none", "x.json"))).Message);

    [Fact]
    public void Rows_show_what_holds_and_no_secret()
    {
        var rows = SettingRow.All(Configured.With(
            "Store=https://desk.blob.core.windows.net/verify?sv=1&sig=hidden", "SignIn:PseudonymSecret=hidden", "Log:Key=env:LOG_KEY",
            "Telemetry:AzureMonitor:ConnectionString=InstrumentationKey=hidden", "AllowedHosts:0=a.example", "AllowedHosts:1=b.example")).ToDictionary(row => row.Setting.Name);
        Assert.Equal("https://desk.blob.core.windows.net/verify?…", rows["Store"].Value);
        Assert.Equal("env:LOG_KEY", rows["Log:Key"].Value);
        Assert.Equal("a.example, b.example", rows["AllowedHosts"].Value);
        Assert.Equal(("00:00:10", false), (rows["Review:UndoWindow"].Value, rows["Review:UndoWindow"].IsGiven));
        Assert.DoesNotContain(rows.Values, row => row.Value?.Contains("hidden", StringComparison.Ordinal) is true);
    }

    static (int, string) PortAndPublisher(IConfiguration configuration)
    {
        var settings = DeskSettings.Read(configuration, DeskHost.OneProcess);
        return (settings.Port, settings.Publisher);
    }
}
