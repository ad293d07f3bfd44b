using Microsoft.Extensions.Configuration;
using Verify.Hosting.Secrets;
using Verify.Workflow;

namespace Verify.Hosting.Settings;

/// <summary>Binds every setting to its place.</summary>
static class DeskReading
{
    public static DeskSettings Read(SettingsReader reader, IConfiguration configuration, DeskHost host) => new()
    {
        Store = host == DeskHost.Functions
            ? reader.Need(KnownSettings.Store, "Give the address of the blob container, as https://account.blob.core.windows.net/verify.")
            : reader.Get(KnownSettings.Store),
        Port = Port(reader, host),
        AllowedHosts = reader.Get(KnownSettings.AllowedHosts),
        Publisher = reader.Get(KnownSettings.Publisher),
        SessionLife = reader.Get(KnownSettings.SessionLife),
        SignIn = new(Secret(reader, KnownSettings.PseudonymSecret, isNeeded: host == DeskHost.Functions), Entra(reader)),
        Feeds = new(reader.Get(KnownSettings.FeedAddresses), reader.Get(KnownSettings.FeedsEvery), reader.Get(KnownSettings.FirstItems)),
        Language = Language(reader),
        Log = new(Secret(reader, KnownSettings.LogKey, isNeeded: false)),
        Telemetry = TelemetrySettings.Read(reader, configuration),
        Workflow = Workflow(reader), // last: it checks itself only where all the others could be read
    };

    static int Port(SettingsReader reader, DeskHost host)
    {
        if (host == DeskHost.Functions && reader.IsGiven(KnownSettings.Port))
            reader.Wrong(KnownSettings.Port, "is for the program verify; Azure Functions has a port of its own. Take it out.");
        return reader.Get(KnownSettings.Port);
    }

    static WorkflowOptions Workflow(SettingsReader reader)
    {
        var options = new WorkflowOptions
        {
            WorthThreshold = reader.Get(KnownSettings.WorthThreshold),
            MostClaimsPerArticle = reader.Get(KnownSettings.MostClaimsPerArticle),
            UndoWindow = reader.Get(KnownSettings.UndoWindow),
            EscalateAfter = reader.Get(KnownSettings.EscalateAfter),
            ExpireAfter = reader.Get(KnownSettings.ExpireAfter),
        };
        return reader.Checked(
            options.Checked, options,
            KnownSettings.WorthThreshold, KnownSettings.MostClaimsPerArticle, KnownSettings.UndoWindow, KnownSettings.EscalateAfter, KnownSettings.ExpireAfter);
    }

    static EntraSettings? Entra(SettingsReader reader)
    {
        var (tenant, client, instance) = (reader.Find(KnownSettings.TenantId), reader.Find(KnownSettings.ClientId), reader.Get(KnownSettings.Instance));
        var (isTenantGiven, isClientGiven) = (reader.IsGiven(KnownSettings.TenantId), reader.IsGiven(KnownSettings.ClientId));
        if (isTenantGiven && !isClientGiven)
            reader.Wrong(KnownSettings.ClientId, $"is missing, and {KnownSettings.TenantId.FullName} is given. Sign-in by directory needs both.");
        if (isClientGiven && !isTenantGiven)
            reader.Wrong(KnownSettings.TenantId, $"is missing, and {KnownSettings.ClientId.FullName} is given. Sign-in by directory needs both.");
        if (!isTenantGiven && !isClientGiven && reader.IsGiven(KnownSettings.Instance))
            reader.Wrong(KnownSettings.Instance, $"is given without {KnownSettings.TenantId.FullName} and {KnownSettings.ClientId.FullName}. Give them too, or take it out.");
        return tenant is null || client is null ? null : new(tenant, client, instance);
    }

    static LanguageSettings? Language(SettingsReader reader)
    {
        var (timeout, minute, day) = (reader.Get(KnownSettings.LanguageTimeout), reader.Get(KnownSettings.CallsPerMinute), reader.Get(KnownSettings.CallsPerDay));
        return reader.Find(KnownSettings.LanguageEndpoint) is { } endpoint ? new(endpoint, timeout, minute, day) : null;
    }

    static Secret? Secret(SettingsReader reader, Setting<SecretReference> setting, bool isNeeded)
    {
        var reference = isNeeded
            ? reader.Need(setting, "Make one (openssl rand -base64 32), keep it in a vault, and give its address: https://{vault}.vault.azure.net/secrets/{name}.")
            : reader.Find(setting);
        return reference is null ? null : new(reference);
    }
}
