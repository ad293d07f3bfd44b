using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Verify.Hosting.Notices;
using Verify.Hosting.Settings;
using Verify.Ingestion;
using Verify.Ingestion.Feeds;
using Verify.Ingestion.Fetching;
using Verify.Web;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;
using Verify.Workflow.Telemetry;

namespace Verify.Hosting;

/// <summary>What every host of a desk shares. A host adds its driver (<see cref="Verify.Workflow.Driving.IWakeUps"/>) and its doors.</summary>
public static class DeskCore
{
    /// <summary>Store, clock, reader, fetcher and workflow.</summary>
    public static IServiceCollection AddDeskCore(this IServiceCollection services, DeskSettings settings, IBlobs store) =>
        services.AddSingleton(settings.Feeds).AddSingleton(settings.Notices.Options).AddDeskCore(settings.Workflow, store);

    /// <summary>What signs the log, and what remembers it.</summary>
    /// <param name="settings">With its secrets (<see cref="DeskSettings.WithSecretsAsync"/>).</param>
    /// <param name="keys">The private folder of this host; null where it has none, and the key is a setting.</param>
    /// <param name="memory">Where this host remembers the log; null where it remembers it only if a setting says where.</param>
    public static IServiceCollection AddLogSigner(this IServiceCollection services, LogSettings settings, string? keys, string? memory = null) =>
        services.AddSingleton(settings.Signer(keys)).AddSingleton(settings.MemoryIn(memory));

    /// <summary>What carries notices to programs and people, for a host that sends them.</summary>
    /// <param name="settings">With its secrets (<see cref="DeskSettings.WithSecretsAsync"/>).</param>
    public static IServiceCollection AddPostOffice(this IServiceCollection services, NoticeSettings settings) => services
        .AddSingleton<IPostOffice>(made => new PostOffice(settings, made.GetRequiredService<TimeProvider>()));

    /// <summary>A desk without settings of its own: the demo, a test.</summary>
    public static IServiceCollection AddDeskCore(this IServiceCollection services, WorkflowOptions rules, IBlobs store) => services
        .AddSingleton<IBlobs>(new MeasuredBlobs(store))
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IArticleReader>(new ArticleReader())
        .AddSingleton<IFeedReader>(new FeedReader())
        .AddSingleton<IFetcher>(made => new GuardedFetcher(new FetchOptions(), made.GetRequiredService<TimeProvider>()))
        .AddWorkflow(rules);

    /// <summary>The desk over HTTP.</summary>
    /// <param name="settings">With its secrets (<see cref="DeskSettings.WithSecretsAsync"/>).</param>
    /// <param name="keys">Says where this host keeps the keys of links and sessions.</param>
    public static IServiceCollection AddDeskWeb(this IServiceCollection services, DeskSettings settings, WebOptions keys) => services
        .AddVerifyWeb(settings.Web(keys))
        .AddHostedService<AuditService>()
        // It writes the whole address of every request, and one of them is a sign-in link.
        .AddLogging(logs => logs.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
}
