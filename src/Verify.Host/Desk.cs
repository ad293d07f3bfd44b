using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Verify.Host.Driving;
using Verify.Hosting;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;

namespace Verify.Host;

/// <summary>Everything that makes a desk in one process, over one store.</summary>
static class Desk
{
    public static IServiceCollection AddDesk(this IServiceCollection services, IBlobs store, WorkflowOptions options)
    {
        services.AddDeskCore(options, store);
        services.AddSingleton(made => new EmbeddedDriver(
            new Lazy<IMediator>(made.GetRequiredService<IMediator>),
            made.GetRequiredService<DueMarks>(), made.GetRequiredService<TimeProvider>(), made.GetRequiredService<ILogger<EmbeddedDriver>>()));
        return services.AddSingleton<IWakeUps>(made => made.GetRequiredService<EmbeddedDriver>());
    }
}
