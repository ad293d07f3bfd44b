using Microsoft.Extensions.Configuration;

namespace Verify.Hosting.Settings;

/// <summary>Environment variables that were meant for the desk and would not reach it: <c>VERIFY_STORE</c>, with one underscore.</summary>
static class LostVariables
{
    public static IEnumerable<string> In(IConfiguration configuration) =>
        from source in ConfigurationSources.HighestFirst(configuration)
        where source.IsEnvironment
        from name in source.Children(null)
        where !name.Equals(Setting.Section, StringComparison.OrdinalIgnoreCase)
        let meant = KnownSettings.All.FirstOrDefault(setting => Bare(setting.FullName).Equals(Bare(name), StringComparison.OrdinalIgnoreCase))
        where meant is not null
        select $"The environment variable {name} is not read. Write {meant.Variable}, with two underscores between the parts.";

    static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
