using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Verify.Functions.Driving;

/// <summary>One article, from its first byte to its last review. Its instance id is the article's id.</summary>
static class ArticleOrchestration
{
    [Function(nameof(ArticleOrchestration))]
    public static Task<string?> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableLoop.RunAsync(context);
}

/// <summary>The review of one claim. Its instance id is the claim's id.</summary>
static class ReviewOrchestration
{
    [Function(nameof(ReviewOrchestration))]
    public static Task<string?> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => DurableLoop.RunAsync(context);
}
