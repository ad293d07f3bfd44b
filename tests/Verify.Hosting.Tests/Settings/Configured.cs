using Microsoft.Extensions.Configuration;
using Verify.Hosting.Settings;

namespace Verify.Hosting.Tests.Settings;

/// <summary>A configuration out of lines: <c>Review:UndoWindow=00:00:10</c>.</summary>
static class Configured
{
    public static IConfigurationRoot With(params string[] lines) => new ConfigurationBuilder().AddLines(lines).Build();

    public static IConfigurationBuilder AddLines(this IConfigurationBuilder builder, params string[] lines) =>
        builder.AddInMemoryCollection(lines.Select(line => line.Split('=', 2)).Select(pair => KeyValuePair.Create($"Verify:{pair[0]}", (string?)pair[1])));

    public static DeskSettings Read(params string[] lines) => DeskSettings.Read(With(lines), DeskHost.OneProcess);

    public static SettingsException Refused(IConfiguration configuration, DeskHost host = DeskHost.OneProcess) =>
        Assert.Throws<SettingsException>(() => DeskSettings.Read(configuration, host));
}
