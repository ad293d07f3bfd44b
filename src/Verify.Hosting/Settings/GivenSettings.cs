using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Verify.Hosting.Settings;

/// <summary>What somebody gave a setting.</summary>
/// <param name="Text">Of a list given item by item: the items, a line each.</param>
/// <param name="Origin">Where it stands, for a message; null where that cannot be told.</param>
readonly record struct Given(string Text, string? Origin);

/// <summary>
/// All that the configuration says in the section of the desk. Of several sources the last one that says something holds, for a list as a
/// whole: items of two sources are never mixed. An empty value says nothing.
/// </summary>
sealed class GivenSettings
{
    const char ItemEnd = '\n';

    readonly Dictionary<string, Given> given = new(StringComparer.OrdinalIgnoreCase);

    GivenSettings() { }

    /// <summary>Names below the section that are no setting, with their origin.</summary>
    public List<(string Name, string? Origin)> Unknown { get; } = [];

    /// <summary>Lists that one source gives both ways.</summary>
    public List<(Setting List, string? Origin)> Doubled { get; } = [];

    public Given? Find(Setting setting) => given.TryGetValue(setting.Name, out var value) ? value : null;

    public static char ItemSeparator(string text) => text.Contains(ItemEnd, StringComparison.Ordinal) ? ItemEnd : ',';

    public static GivenSettings Of(IConfiguration configuration, IReadOnlyCollection<Setting> known)
    {
        var all = new GivenSettings();
        foreach (var source in ConfigurationSources.HighestFirst(configuration)) all.Add(source, known);
        return all;
    }

    void Add(ConfigurationSource source, IReadOnlyCollection<Setting> known)
    {
        var left = source.Values(Setting.Section).Where(entry => !string.IsNullOrWhiteSpace(entry.Value))
            .ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in known)
        {
            var items = setting.IsList ? ItemsOf(setting, left) : [];
            var isWhole = left.Remove(setting.Name, out var whole);
            if (isWhole && items.Count > 0) Doubled.Add((setting, source.OriginOf(setting.FullName)));
            else if (isWhole) given.TryAdd(setting.Name, new(whole!.Trim(), source.OriginOf(setting.FullName)));
            else if (items.Count > 0) given.TryAdd(setting.Name, new(string.Concat(items.Select(item => item.Trim() + ItemEnd)), source.OriginOf($"{setting.FullName}:0")));
        }
        Unknown.AddRange(left.Keys.Order(StringComparer.Ordinal).Select(name => (name, source.OriginOf($"{Setting.Section}:{name}"))));
    }

    // In the order of their numbers; anything else below a list is left, and so unknown.
    static List<string> ItemsOf(Setting setting, Dictionary<string, string> left)
    {
        var keys = left.Keys
            .Where(key => key.StartsWith(setting.Name + ":", StringComparison.OrdinalIgnoreCase))
            .Select(key => (Key: key, Number: int.TryParse(key.AsSpan(setting.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1))
            .Where(item => item.Number >= 0).OrderBy(item => item.Number).ToList();
        return keys.ConvertAll(item => left.Remove(item.Key, out var value) ? value : "");
    }
}
