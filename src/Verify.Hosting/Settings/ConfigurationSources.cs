using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Verify.Hosting.Settings;

/// <summary>Tells where a value of a configuration comes from.</summary>
public interface IKnowsOrigin
{
    string? OriginOf(string key);
}

/// <summary>One source of a configuration.</summary>
sealed class ConfigurationSource(IConfigurationProvider provider)
{
    public bool IsEnvironment => provider is EnvironmentVariablesConfigurationProvider;

    /// <summary>Every value below a section, by its name there.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Values(string section)
    {
        foreach (var child in Children(section))
        {
            if (provider.TryGet($"{section}:{child}", out var value)) yield return new(child, value);
            foreach (var below in Values($"{section}:{child}")) yield return new($"{child}:{below.Key}", below.Value);
        }
    }

    public IEnumerable<string> Children(string? section) =>
        provider.GetChildKeys([], section).Distinct(StringComparer.OrdinalIgnoreCase);

    public string? OriginOf(string key) => provider switch
    {
        IKnowsOrigin told => told.OriginOf(key),
        EnvironmentVariablesConfigurationProvider => $"environment variable {key.Replace(":", "__", StringComparison.Ordinal)}",
        FileConfigurationProvider { Source: var file } => file.FileProvider?.GetFileInfo(file.Path ?? "").PhysicalPath ?? file.Path,
        _ => null,
    };
}

static class ConfigurationSources
{
    public static IEnumerable<ConfigurationSource> HighestFirst(IConfiguration configuration)
    {
        if (configuration is not IConfigurationRoot root)
            throw new ArgumentException("The whole configuration is needed, not a section of it: a message tells where a setting comes from.", nameof(configuration));
        foreach (var provider in root.Providers.Reverse())
        {
            if (provider is ChainedConfigurationProvider { Configuration: IConfigurationRoot inner })
                foreach (var source in HighestFirst(inner)) yield return source;
            else yield return new ConfigurationSource(provider);
        }
    }
}
