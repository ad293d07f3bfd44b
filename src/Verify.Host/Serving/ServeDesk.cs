using System.Net;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Verify.Host.Driving;
using Verify.Host.Feeds;
using Verify.Host.Inbox;
using Verify.Host.Names;
using Verify.Host.Notices;
using Verify.Host.Sealing;
using Verify.Host.Submissions;
using Verify.Hosting;
using Verify.Hosting.Secrets;
using Verify.Hosting.Settings;
using Verify.Hosting.Telemetry;
using Verify.Storage;
using Verify.Storage.Indexing;
using Verify.Web;
using Verify.Workflow;
using Verify.Workflow.Blobs;

namespace Verify.Host.Serving;

/// <summary>Serves the desk on this machine until it is stopped.</summary>
static class ServeDesk
{
    public static async Task<int> RunAsync(DeskSettings given, CancellationToken cancel)
    {
        var settings = await given.WithSecretsAsync(new SecretPlaces(), cancel);
        var places = DataPlaces.For(settings.Store);
        await using var app = Build(settings, places);
        await StartAsync(app, settings.Port, cancel);
        var url = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Welcome.ShowAsync(app.Services, settings.Store, places, url, cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    static WebApplication Build(DeskSettings settings, DataPlaces places)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(line => (line.SingleLine, line.TimestampFormat) = (true, "HH:mm:ss "));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Verify", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error) // the keys are in a folder of the person's own
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // a start that fails is told by whoever called it
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, settings.Port));
        var store = new IndexedBlobs(Stores.Open(settings.Store), WorkNames.Prefixes);
        builder.Services.AddSingleton(store).AddDesk(settings, store, places.Keys, DataPlaces.MemoryOf(settings.Store));
        builder.Services.AddHostedService<NamesService>();
        builder.Services.AddHostedService<LogService>(); // before the driver, and so stopped after it
        builder.Services.AddHostedService<DriverService>();
        builder.Services.AddPostOffice(settings.Notices).AddHostedService<NoticeService>();
        builder.Services.AddDeskTelemetry(settings.Telemetry, "verify");
        builder.Services.AddHostedService<SubmissionService>();
        builder.Services.AddDeskWeb(settings, new WebOptions { KeyDirectory = places.Keys });
        if (places.Inbox is { } inbox)
        {
            builder.Services.AddSingleton(made => new InboxFolder(
                inbox, made.GetRequiredService<IMediator>(), made.GetRequiredService<TimeProvider>(), made.GetRequiredService<ILogger<InboxFolder>>()));
            builder.Services.AddHostedService<InboxService>();
        }
        if (Stores.OpenInbox(settings.Store) is { } dropped) builder.Services.AddInbox(dropped).AddHostedService<InboxSweeper>();
        builder.Services.AddHostedService<FeedService>();
        var app = builder.Build();
        app.UseVerifyWeb();
        return app;
    }

    static async Task StartAsync(WebApplication app, int port, CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new UserException($"Port {port} on 127.0.0.1 is taken: is another desk running? Choose another with --port, or --port 0 for any.");
        }
    }
}
