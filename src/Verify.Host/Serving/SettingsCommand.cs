using System.CommandLine;
using Verify.Hosting.Settings;

namespace Verify.Host.Serving;

/// <summary><c>verify settings [--data DIR] [--settings FILE]</c>: what holds, and why. Secrets are shown as their references and not read.</summary>
static class SettingsCommand
{
    public static Command Create()
    {
        var settings = new HostSettings();
        var command = new Command("settings", "Prints every setting of a desk, its value, and where it came from; then what is wrong with them.") { settings.Data, settings.Port, settings.File };
        command.SetAction(given =>
        {
            var configuration = settings.Configuration(given);
            var rows = SettingRow.All(configuration);
            var width = rows.Max(row => row.Setting.FullName.Length);
            foreach (var row in rows) Console.WriteLine($"{row.Setting.FullName.PadRight(width)}  {Line(row)}");
            DeskSettings.Read(configuration, DeskHost.OneProcess);
        });
        return command;
    }

    static string Line(SettingRow row) => row switch
    {
        { IsGiven: true } => $"{row.Value}  ({row.Origin ?? "given"})",
        { Value: null or "" } => "-",
        _ => $"{row.Value}  (default)",
    };
}
