using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Verify.Functions.Driving;

namespace Verify.Functions.Doors;

/// <summary>Every path of the desk. The platform asks for no key here: the pipeline itself refuses who is not signed in.</summary>
sealed class WebDoor(InnerPipeline pipeline, ClientInUse clients)
{
    [Function("Web")]
    public Task<IResult> AnswerAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", "put", "patch", "delete", "options", Route = "{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) =>
        clients.WithAsync(client, () => pipeline.AnswerAsync(request.HttpContext));
}
