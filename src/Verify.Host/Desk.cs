using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Verify.Host.Driving;
using Verify.Ingestion;
using Verify.Ingestion.Fetching;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Ports;

namespace Verify.Host;

/// <summary>Everything that makes a desk in one process, over one store.</summary>
static class Desk
{
    public static IServiceCollection AddDesk(this IServiceCollection services, IBlobs store, WorkflowOptions options)
    {
        services.AddSingleton(store);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IArticleReader>(new ArticleReader());
        services.AddSingleton<IFetcher>(made => new GuardedFetcher(new FetchOptions(), made.GetRequiredService<TimeProvider>()));
        services.AddWorkflow(options);
        services.AddSingleton(made => new EmbeddedDriver(
            new Lazy<IMediator>(made.GetRequiredService<IMediator>),
            made.GetRequiredService<DueMarks>(), made.GetRequiredService<TimeProvider>(), made.GetRequiredService<ILogger<EmbeddedDriver>>()));
        return services.AddSingleton<IWakeUps>(made => made.GetRequiredService<EmbeddedDriver>());
    }
}
