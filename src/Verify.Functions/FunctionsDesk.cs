using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Verify.Functions.Doors;
using Verify.Functions.Driving;
using Verify.Functions.Language;
using Verify.Hosting;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Hosting.Telemetry;
using Verify.Ingestion;
using Verify.Storage;
using Verify.Web;
using Verify.Workflow;
using Verify.Workflow.Driving;
using Verify.Workflow.Ports;

namespace Verify.Functions;

/// <summary>The desk as a Functions app: what every host shares, the Durable driver, and the doors of the platform.</summary>
static class FunctionsDesk
{
    /// <exception cref="SettingsException">A setting is unknown, missing or wrong.</exception>
    public static async Task AddDeskAsync(this FunctionsApplicationBuilder builder)
    {
        var settings = await DeskSettings.Read(builder.Configuration, DeskHost.Functions).WithSecretsAsync(new SecretPlaces());
        builder.Services
            .AddDeskCore(settings, Stores.Open(settings.Store))
            .AddLogSigner(settings.Log, null)
            .AddPostOffice(settings.Notices)
            .AddInbox(Inbox(settings))
            .AddQueue()
            .AddDeskTelemetry(settings.Telemetry, "verify-functions", "Microsoft.Azure.Functions.Worker", "Microsoft.DurableTask")
            .AddDeskWeb(settings, Keys(settings, builder.Environment))
            .AddDurableDriver()
            .AddLanguage(settings.Language)
            .AddSingleton<InnerPipeline>();
    }

    static IInboxBlobs Inbox(DeskSettings settings) => Stores.OpenInbox(settings.Store)
        ?? throw new SettingsException("Verify:Store is a folder: in Azure Functions a desk is kept in a container. Set it to https://{account}.blob.core.windows.net/{container}.");

    public static IServiceCollection AddDurableDriver(this IServiceCollection services) => services
        .AddSingleton<ClientInUse>()
        .AddSingleton<DurableWakeUps>()
        .AddSingleton<IWakeUps>(made => made.GetRequiredService<DurableWakeUps>())
        .AddSingleton<DueSweep>();

    /// <summary>In Azure people sign in by their directory, which needs no keys. On a developer's machine the links of <c>verify link</c> do.</summary>
    static WebOptions Keys(DeskSettings settings, IHostEnvironment environment) => settings.SignIn.Entra is not null
        ? new()
        : environment.IsDevelopment()
            ? new() { KeyDirectory = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "verify", "keys") }
            : throw new SettingsException(
                "Verify:SignIn:Entra is missing: in Azure Functions people sign in by their directory. Set Verify:SignIn:Entra:TenantId and Verify:SignIn:Entra:ClientId.");
}
