using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Verify.Ingestion.Messages;
using Verify.Workflow.Quarantine;

namespace Verify.Ingestion;

/// <summary>Registers the doors of this project.</summary>
public static class IngestionServices
{
    /// <summary>Adds the queue, for a host that listens to one. It needs the workflow and its drop container.</summary>
    public static IServiceCollection AddQueue(this IServiceCollection services) => services
        .AddSingleton<IRequestHandler<TakeMessage, MessageTaken>, TakeMessageHandler>()
        .AddSingleton<IRequestHandler<TakePoison, QuarantinedInput>, TakePoisonHandler>();
}
