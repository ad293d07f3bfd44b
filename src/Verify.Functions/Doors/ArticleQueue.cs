using MediatR;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Verify.Functions.Driving;
using Verify.Ingestion.Messages;

namespace Verify.Functions.Doors;

/// <summary>The queue <c>articles</c>: what programs send, and what Event Grid tells of the drop container.</summary>
sealed class ArticleQueue(IMediator mediator, ClientInUse clients)
{
    const string Name = "articles";
    const string Connection = "Articles";

    [Function("TakeMessage")]
    public Task TakeAsync([QueueTrigger(Name, Connection = Connection)] string body, [DurableClient] DurableTaskClient client, CancellationToken cancel) =>
        clients.WithAsync(client, () => mediator.Send(new TakeMessage(body), cancel));

    /// <summary>What the platform gave up on: without this it would stand there unseen.</summary>
    [Function("TakePoison")]
    public Task TakePoisonAsync([QueueTrigger(Name + "-poison", Connection = Connection)] string body, CancellationToken cancel) =>
        mediator.Send(new TakePoison(body), cancel);
}
