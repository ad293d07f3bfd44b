using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Verify.Hosting.Settings;

namespace Verify.Host.Serving;

/// <summary>
/// Where this program finds its settings, the strongest first: the options, the environment, one file. The file is the one that
/// <c>--settings</c> names or else <c>verify.json</c> in the data folder.
/// </summary>
sealed class HostSettings
{
    public Option<string?> Data { get; } = new("--data")
    {
        Description = "The data folder, or a container's address. [default: Verify:Store of the settings, or verify-data]",
        HelpName = "DIR",
    };

    public Option<int?> Port { get; } = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 takes a free one. [default: Verify:Port of the settings, or 5080]",
        HelpName = "N",
        CustomParser = given => WholeNumber.Parse(given, 0, 65535),
    };

    public Option<string?> File { get; } = new("--settings")
    {
        Description = "A JSON file of settings, in place of verify.json in the data folder.",
        HelpName = "FILE",
    };

    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public DeskSettings Read(ParseResult given) => DeskSettings.Read(Configuration(given), DeskHost.OneProcess);

    /// <exception cref="SettingsException">A file of settings is none.</exception>
    public IConfigurationRoot Configuration(ParseResult given)
    {
        var options = new OptionSettings(
            (Data.Name, "Store", given.GetValue(Data)), (Port.Name, "Port", given.GetValue(Port)?.ToString(CultureInfo.InvariantCulture)));
        var builder = new ConfigurationBuilder();
        if ((given.GetValue(File) ?? FileInData(options)) is { } file) builder.AddSettingsFile(file);
        return builder.AddEnvironmentVariables().Add(options).Build();
    }

    static string? FileInData(OptionSettings options)
    {
        var store = new ConfigurationBuilder().AddEnvironmentVariables().Add(options).Build()["Verify:Store"] is { Length: > 0 } given ? given : DefaultData;
        if (store.Contains("://", StringComparison.Ordinal) || store.Contains('\0', StringComparison.Ordinal)) return null;
        var file = Path.Combine(store, SettingsFile.Name);
        if (!System.IO.File.Exists(file)) return null;
        return new ConfigurationBuilder().AddSettingsFile(file).Build()["Verify:Store"] is null
            ? file
            : throw new SettingsException($"Verify:Store ({Path.GetFullPath(file)}) would move the data folder that the file lies in. Give the store with --data or Verify__Store, or the file with --settings.");
    }

    const string DefaultData = "verify-data";
}
