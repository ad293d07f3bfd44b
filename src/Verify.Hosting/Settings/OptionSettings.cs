using Microsoft.Extensions.Configuration;

namespace Verify.Hosting.Settings;

/// <summary>Settings that were given as options on the command line: above every other source.</summary>
/// <param name="given">Option, the setting's name, its value; an option that was not given has none.</param>
public sealed class OptionSettings(params (string Option, string Name, string? Value)[] given) : ConfigurationProvider, IConfigurationSource, IKnowsOrigin
{
    public override void Load()
    {
        foreach (var (_, name, value) in given)
            if (value is not null) Set($"{Setting.Section}:{name}", value);
    }

    public string? OriginOf(string key) => Array.Find(given, one => $"{Setting.Section}:{one.Name}" == key).Option;

    IConfigurationProvider IConfigurationSource.Build(IConfigurationBuilder builder) => this;
}
