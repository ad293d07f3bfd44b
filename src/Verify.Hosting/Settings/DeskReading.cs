using Microsoft.Extensions.Configuration;
using Verify.Hosting.Secrets;
using Verify.Storage;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Feeds;

namespace Verify.Hosting.Settings;

/// <summary>Binds every setting to its place.</summary>
static class DeskReading
{
    public static DeskSettings Read(SettingsReader reader, IConfiguration configuration, DeskHost host)
    {
        var (store, port) = (Store(reader, host), Port(reader, host));
        return new()
        {
            Store = store!,
            Port = port,
            AllowedHosts = reader.Get(KnownSettings.AllowedHosts),
            Publisher = reader.Get(KnownSettings.Publisher),
            SessionLife = reader.Get(KnownSettings.SessionLife),
            SignIn = SignIn(reader, host),
            Language = Language(reader),
            Log = Log(reader, host, store),
            Notices = NoticeReading.Read(reader, host == DeskHost.OneProcess ? port : null),
            Telemetry = TelemetrySettings.Read(reader, configuration),
            // Last: options check themselves only where everything could be read.
            Feeds = Feeds(reader),
            Workflow = Workflow(reader),
        };
    }

    static string? Store(SettingsReader reader, DeskHost host) => host == DeskHost.Functions
        ? reader.Need(KnownSettings.Store, "Give the address of the blob container, as https://account.blob.core.windows.net/verify.")
        : reader.Get(KnownSettings.Store);

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
            RemindAfter = reader.Get(KnownSettings.RemindAfter),
            EscalateAfter = reader.Get(KnownSettings.EscalateAfter),
            ExpireAfter = reader.Get(KnownSettings.ExpireAfter),
            SecondReviewFrom = reader.Get(KnownSettings.SecondReviewFrom),
            LeaseFor = reader.Get(KnownSettings.LeaseFor),
        };
        return reader.Checked(
            options.Checked, options,
            KnownSettings.WorthThreshold, KnownSettings.MostClaimsPerArticle, KnownSettings.UndoWindow, KnownSettings.RemindAfter, KnownSettings.EscalateAfter, KnownSettings.ExpireAfter,
            KnownSettings.SecondReviewFrom, KnownSettings.LeaseFor);
    }

    static FeedOptions Feeds(SettingsReader reader)
    {
        var options = new FeedOptions
        {
            Addresses = [.. reader.Get(KnownSettings.FeedAddresses) is { IsDefault: false } read ? read.Select(address => address.AbsoluteUri) : []],
            Every = reader.Get(KnownSettings.FeedsEvery),
            FirstItems = reader.Get(KnownSettings.FirstItems),
        };
        return reader.Checked(options.Checked, options, KnownSettings.FeedAddresses, KnownSettings.FeedsEvery, KnownSettings.FirstItems);
    }

    static SignInSettings SignIn(SettingsReader reader, DeskHost host) => host == DeskHost.Functions
        ? new(
            new(reader.Need(
                KnownSettings.PseudonymSecret,
                "Make one (openssl rand -base64 32), keep it in a vault, and give its address: https://{vault}.vault.azure.net/secrets/{name}.")),
            Entra(reader))
        : new(Secret(reader, KnownSettings.PseudonymSecret), NoEntra(reader));

    static EntraOptions? NoEntra(SettingsReader reader)
    {
        foreach (var setting in KnownSettings.Entra)
            if (reader.IsGiven(setting))
                reader.Wrong(setting, "is for Azure Functions, where the platform signs people in; this program signs them in by links (verify link NAME). Take it out.");
        return null;
    }

    static EntraOptions? Entra(SettingsReader reader)
    {
        var (tenant, client) = (reader.Find(KnownSettings.TenantId), reader.Find(KnownSettings.ClientId));
        var (instance, audiences) = (reader.Get(KnownSettings.Instance), reader.Get(KnownSettings.Audiences));
        var (isTenantGiven, isClientGiven) = (reader.IsGiven(KnownSettings.TenantId), reader.IsGiven(KnownSettings.ClientId));
        if (isTenantGiven && !isClientGiven)
            reader.Wrong(KnownSettings.ClientId, $"is missing, and {KnownSettings.TenantId.FullName} is given. Sign-in by directory needs both.");
        if (isClientGiven && !isTenantGiven)
            reader.Wrong(KnownSettings.TenantId, $"is missing, and {KnownSettings.ClientId.FullName} is given. Sign-in by directory needs both.");
        if (!isTenantGiven && !isClientGiven)
            foreach (var alone in KnownSettings.Entra)
                if (reader.IsGiven(alone))
                    reader.Wrong(alone, $"is given without {KnownSettings.TenantId.FullName} and {KnownSettings.ClientId.FullName}. Give them too, or take it out.");
        return tenant is null || client is null || instance is null || audiences.IsDefault
            ? null
            : new() { TenantId = tenant, ClientId = client, Instance = instance.ToString(), Audiences = audiences };
    }

    static LogSettings Log(SettingsReader reader, DeskHost host, string? store) => new(
        host == DeskHost.Functions
            ? new(reader.Need(
                KnownSettings.LogKey,
                "Make one (openssl rand -base64 32), keep it in a vault, and give its address: https://{vault}.vault.azure.net/secrets/{name}."))
            : Secret(reader, KnownSettings.LogKey),
        reader.Get(KnownSettings.LogOrigin),
        LogMemory(reader, store));

    static string? LogMemory(SettingsReader reader, string? store)
    {
        var memory = reader.Find(KnownSettings.LogMemory);
        if (memory is not null && store is not null && Stores.WhyNotApart(store, memory) is { } shared)
            reader.Wrong(KnownSettings.LogMemory, $"is no place outside of the store: {shared}");
        return memory;
    }

    static LanguageSettings? Language(SettingsReader reader)
    {
        var (timeout, minute, day) = (reader.Get(KnownSettings.LanguageTimeout), reader.Get(KnownSettings.CallsPerMinute), reader.Get(KnownSettings.CallsPerDay));
        return reader.Find(KnownSettings.LanguageEndpoint) is { } endpoint ? new(endpoint, timeout, minute, day) : null;
    }

    static Secret? Secret(SettingsReader reader, Setting<SecretReference> setting) => reader.Find(setting) is { } reference ? new(reference) : null;
}
