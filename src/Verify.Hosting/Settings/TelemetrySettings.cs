using Microsoft.Extensions.Configuration;

namespace Verify.Hosting.Settings;

/// <summary>Where traces, metrics and logs go: nowhere by default.</summary>
/// <param name="Otlp">The receiver's address without the path of a signal; null for none, or for the one that the standard variables name.</param>
/// <param name="IsOtlpStandard">True where the standard variables (<c>OTEL_EXPORTER_OTLP_…</c>) name a receiver.</param>
/// <param name="AzureMonitor">A connection string; null for none.</param>
/// <param name="AzureIdentity">How the desk signs in there; null where the connection string is enough.</param>
public sealed record TelemetrySettings(
    Uri? Otlp = null, bool IsOtlpStandard = false, bool Console = false, string? AzureMonitor = null, AzureMonitorIdentity? AzureIdentity = null)
{
    static readonly string[] OtlpVariables =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
    ];

    public bool IsOtlp => Otlp is not null || IsOtlpStandard;

    public bool IsOn => IsOtlp || Console || AzureMonitor is not null;

    internal static TelemetrySettings Read(SettingsReader reader, IConfiguration configuration)
    {
        var connection = reader.Find(KnownSettings.AzureMonitor) ?? reader.Standard("APPLICATIONINSIGHTS_CONNECTION_STRING", KnownSettings.AzureMonitor);
        return new(
            reader.Find(KnownSettings.Otlp),
            Array.Exists(OtlpVariables, variable => !string.IsNullOrWhiteSpace(configuration[variable])),
            reader.Get(KnownSettings.TelemetryConsole),
            connection,
            connection is null ? null : AzureMonitorIdentity.Read(reader, configuration));
    }

    /// <summary>Without the connection string, which is not shown.</summary>
    public override string ToString() =>
        $"otlp {(IsOtlp ? Otlp?.ToString() ?? "by the standard variables" : "none")}, console {Console}, Azure Monitor {(AzureMonitor is null ? "none" : "set")}";
}

/// <summary>The desk's managed identity, where the resource takes no telemetry without one.</summary>
/// <param name="ClientId">Null for the identity that the machine has by itself.</param>
public sealed record AzureMonitorIdentity(string? ClientId)
{
    const string Variable = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary><c>Authorization=AAD</c> or <c>Authorization=AAD;ClientId={id}</c>: the platform's own setting, read as the platform does.</summary>
    internal static AzureMonitorIdentity? Read(SettingsReader reader, IConfiguration configuration)
    {
        if (configuration[Variable] is not { } text || string.IsNullOrWhiteSpace(text)) return null;
        string? client = null;
        var isAsked = false;
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Equals("Authorization=AAD", StringComparison.OrdinalIgnoreCase)) isAsked = true;
            else if (part.StartsWith("ClientId=", StringComparison.OrdinalIgnoreCase)) client = part["ClientId=".Length..];
            else reader.Wrong($"{Variable} is not read in full. Write Authorization=AAD, or Authorization=AAD;ClientId= and the id of a managed identity.");
        }
        if (!isAsked) reader.Wrong($"{Variable} does not say Authorization=AAD. Write that, or take it out.");
        return new(client);
    }
}
