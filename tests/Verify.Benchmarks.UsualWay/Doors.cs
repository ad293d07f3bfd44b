using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Verify.Benchmarks.UsualWay;

/// <summary>The requests that the load asks of either app.</summary>
sealed class Doors(Store store)
{
    [Function(nameof(Submit))]
    public async Task<IResult> Submit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/articles")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        var id = Guid.NewGuid().ToString("N");
        await store.Articles.GetBlobClient(id).UploadAsync(request.Body);
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Workflow.ReviewArticle), id, new StartOrchestrationOptions(id));
        return Results.Accepted($"/api/articles/{id}", new { id });
    }

    [Function(nameof(List))]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/claims")] HttpRequest request)
    {
        var items = new List<object>();
        await foreach (var blob in store.Claims.GetBlobsAsync()) items.Add(new { id = blob.Name });
        return Results.Ok(new { items });
    }

    [Function(nameof(Decide))]
    public async Task<IResult> Decide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/claims/{id}/decisions")] HttpRequest request, string id, [DurableClient] DurableTaskClient client)
    {
        var decision = await request.ReadFromJsonAsync<Decision>();
        await client.RaiseEventAsync(id, nameof(Decision), decision);
        return Results.Accepted();
    }
}
