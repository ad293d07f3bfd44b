using System.Text;

namespace Verify.Hosting.Settings;

/// <summary>The table of docs/settings.md, which a test holds to this.</summary>
static class SettingsPage
{
    public static string Table()
    {
        var table = new StringBuilder("| setting | default | takes | meaning |\n| --- | --- | --- | --- |\n");
        foreach (var setting in KnownSettings.All)
            table.Append($"| `{setting.Name}` | {Default(setting)} | {setting.Takes} | {setting.Meaning} |\n");
        return table.ToString();
    }

    static string Default(Setting setting) => string.IsNullOrEmpty(setting.Default) ? "none" : $"`{setting.Default}`";
}
