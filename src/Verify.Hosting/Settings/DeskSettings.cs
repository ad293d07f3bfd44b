using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Verify.Hosting.Secrets;
using Verify.Web;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Feeds;

namespace Verify.Hosting.Settings;

/// <summary>Which program reads the settings: a few hold for one of them only.</summary>
public enum DeskHost
{
    /// <summary>The program <c>verify</c>.</summary>
    OneProcess,

    /// <summary>The Azure Functions app.</summary>
    Functions,
}

/// <summary>All settings of a desk, read once at its start and right: what is unknown, missing or contradictory stops it with its name and the way out.</summary>
public sealed record DeskSettings
{
    /// <summary>A folder, or a container's address.</summary>
    public required string Store { get; init; }

    /// <summary>On 127.0.0.1; 0 takes a free one.</summary>
    public required int Port { get; init; }

    public required WorkflowOptions Workflow { get; init; }

    public required ImmutableArray<string> AllowedHosts { get; init; }

    public required string Publisher { get; init; }

    public required TimeSpan SessionLife { get; init; }

    public required SignInSettings SignIn { get; init; }

    public required FeedOptions Feeds { get; init; }

    /// <summary>Null where no service is asked.</summary>
    public required LanguageSettings? Language { get; init; }

    public required LogSettings Log { get; init; }

    /// <summary>Who is told of what.</summary>
    public required NoticeSettings Notices { get; init; }

    public required TelemetrySettings Telemetry { get; init; }

    /// <summary>Reads everything but the secrets.</summary>
    /// <param name="configuration">All of it: a <see cref="IConfigurationRoot"/>.</param>
    /// <exception cref="SettingsException">Something is unknown, missing or wrong; all of it is told.</exception>
    public static DeskSettings Read(IConfiguration configuration, DeskHost host)
    {
        var reader = new SettingsReader(configuration);
        var settings = DeskReading.Read(reader, configuration, host);
        reader.ThrowIfWrong();
        return settings;
    }

    /// <summary>The same settings with every secret that they refer to.</summary>
    /// <exception cref="SettingsException">A secret cannot be read or is none of the kind that is needed.</exception>
    public async Task<DeskSettings> WithSecretsAsync(ISecrets secrets, CancellationToken cancel = default)
    {
        var reading = new SecretReading(secrets);
        var settings = this with
        {
            SignIn = SignIn with { PseudonymSecret = await reading.ReadAsync(KnownSettings.PseudonymSecret, SignIn.PseudonymSecret, Secret.WhyNoKey, cancel) },
            Log = Log with { Key = await reading.ReadAsync(KnownSettings.LogKey, Log.Key, Secret.WhyNoLogKey, cancel) },
            Notices = await Notices.WithSecretsAsync(reading, cancel),
        };
        reading.ThrowIfWrong();
        return settings;
    }

    /// <summary>How the desk is served, over the keys of its host.</summary>
    /// <param name="keys">
    /// Says where the keys of links are kept: <see cref="WebOptions.KeyDirectory"/> or <see cref="WebOptions.ConfigureKeys"/>. Not taken where
    /// a directory signs people in.
    /// </param>
    public WebOptions Web(WebOptions keys) => (SignIn.Entra is null ? keys : new()) with
    {
        Entra = SignIn.Entra,
        AllowedHosts = AllowedHosts,
        Publisher = Publisher,
        SessionLife = SessionLife,
        PseudonymSecret = SignIn.PseudonymSecret?.Bytes ?? [],
    };
}

/// <param name="PseudonymSecret">Null where the host keeps its own.</param>
/// <param name="Entra">Null where people sign in by links.</param>
public sealed record SignInSettings(Secret? PseudonymSecret, EntraOptions? Entra);

/// <summary>The service that is asked beside the extractor, and the bounds on asking it.</summary>
public sealed record LanguageSettings(Uri Endpoint, TimeSpan Timeout, int MostCallsPerMinute, int MostCallsPerDay);
