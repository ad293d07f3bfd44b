using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Verify.Host.Driving;
using Verify.Hosting;
using Verify.Hosting.Settings;
using Verify.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Log.Notes;
using Verify.Workflow.Log.Remembering;

namespace Verify.Host;

/// <summary>Everything that makes a desk in one process, over one store.</summary>
static class Desk
{
    /// <param name="keys">The private folder of this host.</param>
    /// <param name="memory">Where it remembers the log.</param>
    public static IServiceCollection AddDesk(this IServiceCollection services, DeskSettings settings, IBlobs store, string keys, string memory) =>
        services.AddDeskCore(settings, store).AddLogSigner(settings.Log, keys, memory).AddDriver();

    /// <summary>Without settings: what checks a store, and the demo.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, IBlobs store, WorkflowOptions options, LogSigner log, LogMemory memory) =>
        services.AddDeskCore(options, store).AddSingleton(log).AddSingleton(memory).AddDriver();

    static IServiceCollection AddDriver(this IServiceCollection services)
    {
        services.AddSingleton(made => new EmbeddedDriver(
            new Lazy<IMediator>(made.GetRequiredService<IMediator>),
            made.GetRequiredService<DueMarks>(), made.GetRequiredService<TimeProvider>(), made.GetRequiredService<ILogger<EmbeddedDriver>>()));
        return services.AddSingleton<IWakeUps>(made => made.GetRequiredService<EmbeddedDriver>());
    }
}
