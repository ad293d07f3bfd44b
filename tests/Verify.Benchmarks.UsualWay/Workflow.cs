using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Verify.Claims;

namespace Verify.Benchmarks.UsualWay;

/// <summary>A claim as it waits for its reviewer, and as it is published.</summary>
sealed record ClaimItem(string Id, string ArticleId, string Quote);

/// <summary>What the reviewer sent.</summary>
sealed record Decision(string Judgement, string? Reviewer);

/// <summary>
/// The workflow as the documentation of Durable Functions would have it: an orchestration for an article, fan-out to a sub-orchestration for each
/// claim, an external event for the decision, an activity for each piece of work.
/// </summary>
static class Workflow
{
    static readonly TaskOptions Tries = TaskOptions.FromRetryPolicy(new RetryPolicy(maxNumberOfAttempts: 5, firstRetryInterval: TimeSpan.FromSeconds(2)));

    [Function(nameof(ReviewArticle))]
    public static async Task<int> ReviewArticle([OrchestrationTrigger] TaskOrchestrationContext context, string articleId)
    {
        var claims = await context.CallActivityAsync<ClaimItem[]>(nameof(Activities.ExtractClaims), articleId, Tries);
        var reviews = claims.Select(claim => context.CallSubOrchestratorAsync<string>(nameof(ReviewClaim), claim, new SubOrchestrationOptions(instanceId: claim.Id)));
        await Task.WhenAll(reviews);
        await context.CallActivityAsync(nameof(Activities.CompleteArticle), articleId, Tries);
        return claims.Length;
    }

    [Function(nameof(ReviewClaim))]
    public static async Task<string> ReviewClaim([OrchestrationTrigger] TaskOrchestrationContext context, ClaimItem claim)
    {
        await context.CallActivityAsync(nameof(Activities.QueueClaim), claim, Tries);
        context.SetCustomStatus("waiting");
        var decision = await context.WaitForExternalEvent<Decision>(nameof(Decision));
        await context.CallActivityAsync(nameof(Activities.PublishRecord), new Publication(claim, decision), Tries);
        return decision.Judgement;
    }
}

sealed record Publication(ClaimItem Claim, Decision Decision);

sealed class Activities(Store store)
{
    static readonly ClaimExtractor Extractor = ClaimExtractor.For("id")!;

    [Function(nameof(ExtractClaims))]
    public async Task<ClaimItem[]> ExtractClaims([ActivityTrigger] string articleId)
    {
        var text = (await store.Articles.GetBlobClient(articleId).DownloadContentAsync()).Value.Content.ToString();
        return [.. Extractor.Extract(text).Claims.Select((claim, at) => new ClaimItem($"{articleId}-{at}", articleId, text[claim.Sentence.Start..claim.Sentence.End]))];
    }

    [Function(nameof(QueueClaim))]
    public Task QueueClaim([ActivityTrigger] ClaimItem claim) => store.Claims.GetBlobClient(claim.Id).UploadAsync(BinaryData.FromObjectAsJson(claim), overwrite: true);

    [Function(nameof(PublishRecord))]
    public async Task PublishRecord([ActivityTrigger] Publication published)
    {
        await store.Records.GetBlobClient(published.Claim.Id).UploadAsync(BinaryData.FromObjectAsJson(published), overwrite: true);
        await store.Claims.DeleteBlobIfExistsAsync(published.Claim.Id);
    }

    [Function(nameof(CompleteArticle))]
    public Task CompleteArticle([ActivityTrigger] string articleId) =>
        store.Articles.GetBlobClient(articleId).SetMetadataAsync(new Dictionary<string, string> { ["state"] = "reviewed" });
}
