using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace Verify.Hosting.Settings;

/// <summary>A JSON file of settings: <c>{ "Verify": { "Review": { "UndoWindow": "00:00:30" } } }</c>; comments are allowed.</summary>
public static class SettingsFile
{
    /// <summary>What it is called in a data folder.</summary>
    public const string Name = "verify.json";

    /// <exception cref="SettingsException">The file is missing, is no JSON, or holds something beside the section of the desk.</exception>
    public static IConfigurationBuilder AddSettingsFile(this IConfigurationBuilder builder, string path)
    {
        path = Path.GetFullPath(path);
        var source = new JsonConfigurationSource
        {
            Path = Path.GetFileName(path),
            // No file is hidden from it: the person named it.
            FileProvider = Directory.Exists(Path.GetDirectoryName(path)) ? new PhysicalFileProvider(Path.GetDirectoryName(path)!, ExclusionFilters.None) : null,
        };
        Check(path, source);
        return builder.Add(source);
    }

    static void Check(string path, JsonConfigurationSource source)
    {
        if (!File.Exists(path)) throw new SettingsException($"There is no settings file {path}.");
        var provider = new JsonConfigurationProvider(source);
        try
        {
            provider.Load();
        }
        catch (InvalidDataException wrong)
        {
            throw new SettingsException($"{path} is no JSON of settings: {Innermost(wrong).Message}");
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{path} cannot be read: {denied.Message}");
        }
        var beside = provider.GetChildKeys([], null).FirstOrDefault(name => !name.Equals(Setting.Section, StringComparison.OrdinalIgnoreCase));
        if (beside is not null || provider.TryGet(Setting.Section, out _))
            throw new SettingsException($"{path} holds {(beside is null ? "no settings" : $"\"{OneLine.Of(beside)}\" at its root")}. Every setting stands under \"{Setting.Section}\": {{ \"{Setting.Section}\": {{ … }} }}.");
    }

    static Exception Innermost(Exception wrong) => wrong.InnerException is { } inner and (FormatException or JsonException) ? Innermost(inner) : wrong;
}
