using System.Collections.Immutable;

namespace Verify.Hosting.Settings;

/// <summary>The desk does not start: settings are unknown, missing or wrong. Each message names the setting, its place and the way out, and no secret.</summary>
public sealed class SettingsException(ImmutableArray<string> problems)
    : Exception(problems is [var only] ? only : string.Join("\n  ", [FormattableString.Invariant($"{problems.Length} settings are wrong:"), .. problems]))
{
    public SettingsException(string problem) : this([problem]) { }

    public ImmutableArray<string> Problems => problems;
}
