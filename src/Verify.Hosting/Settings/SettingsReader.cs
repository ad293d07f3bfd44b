using Microsoft.Extensions.Configuration;
using Verify.Hosting.Secrets;
using Verify.Workflow;

namespace Verify.Hosting.Settings;

/// <summary>Reads settings and collects everything that is wrong with them, so that a person mends all of it at once.</summary>
sealed class SettingsReader
{
    const string Page = "docs/settings.md lists all.";

    readonly IConfiguration configuration;
    readonly GivenSettings given;
    readonly List<string> problems = [];

    public SettingsReader(IConfiguration configuration)
    {
        this.configuration = configuration;
        given = GivenSettings.Of(configuration, KnownSettings.All);
        foreach (var (name, origin) in given.Unknown) problems.Add(UnknownName(name, origin));
        foreach (var (list, origin) in given.Doubled)
            problems.Add($"{list.FullName}{From(origin)} is given both as one value and item by item; keep one of them.");
        problems.AddRange(LostVariables.In(configuration));
    }

    public bool IsGiven(Setting setting) => given.Find(setting) is not null;

    /// <summary>The value that holds: what was given, or the default. Where either is missing or wrong, that is noted and the type's own default answered.</summary>
    public T Get<T>(Setting<T> setting) => TryGet(setting, setting.Default, out var value) ? value : default!;

    /// <summary>The value that was given; null where none was, and no default is taken.</summary>
    public T? Find<T>(Setting<T> setting) where T : class => TryGet(setting, null, out var value) ? value : null;

    public T Need<T>(Setting<T> setting, string wayOut)
    {
        if (given.Find(setting) is null) Wrong(setting, $"is missing. {wayOut}");
        return Get(setting);
    }

    /// <summary>What a standard variable gives in place of a setting, read as the setting would be; null where it gives nothing.</summary>
    public T? Standard<T>(string variable, Setting<T> setting) where T : class
    {
        if (IsGiven(setting) || configuration[variable] is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        var read = setting.Kind.Read(text);
        if (!read.IsRight) Wrong($"{variable} {read.Wrong}");
        return read.Value;
    }

    public void Wrong(string problem) => problems.Add(problem);

    public void Wrong(Setting setting, string wrong) => problems.Add($"{setting.FullName}{From(given.Find(setting)?.Origin)} {wrong}");

    /// <summary>Lets options check themselves and tells what they refuse under the name of their setting.</summary>
    public TOptions Checked<TOptions>(Func<TOptions> check, TOptions otherwise, params ReadOnlySpan<Setting> settings)
    {
        if (problems.Count > 0) return otherwise; // what could not be read would be found wrong once more
        try
        {
            return check();
        }
        catch (OptionException refused)
        {
            foreach (var setting in settings)
            {
                if (!setting.Name.EndsWith(refused.Option, StringComparison.Ordinal)) continue;
                Wrong(setting, refused.Wrong);
                return otherwise;
            }
            throw;
        }
    }

    /// <exception cref="SettingsException">Something is wrong.</exception>
    public void ThrowIfWrong()
    {
        if (problems.Count > 0) throw new SettingsException([.. problems]);
    }

    bool TryGet<T>(Setting<T> setting, string? fallback, out T value)
    {
        value = default!;
        if ((given.Find(setting)?.Text ?? fallback) is not { } text) return false;
        if (SecretReference.IsLeftByPlatform(text))
        {
            Wrong(setting, "is a Key Vault reference that the platform has not put a value in place of: the vault, the secret or the right to read it is missing. "
                + "The app's configuration page in Azure tells which; or give the desk the address itself, where the setting takes a reference.");
            return false;
        }
        var read = setting.Kind.Read(text);
        if (read.IsRight) value = read.Value!;
        else Wrong(setting, read.Wrong);
        return read.IsRight;
    }

    static string UnknownName(string name, string? origin)
    {
        var full = $"{Setting.Section}:{OneLine.Of(name)}";
        var isSection = KnownSettings.All.Any(setting => setting.Name.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        if (isSection) return $"{full}{From(origin)} is a section and takes no value itself. {Page}";
        return NearestName.Of(name, KnownSettings.All.Select(setting => setting.Name)) is { } nearest
            ? $"{full}{From(origin)} is no setting. Did you mean {Setting.Section}:{nearest}? {Page}"
            : $"{full}{From(origin)} is no setting. {Page}";
    }

    static string From(string? origin) => origin is null ? "" : $" ({origin})";
}
