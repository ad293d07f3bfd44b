using Azure.Core;
using Azure.Core.Pipeline;

namespace Verify.Functions.Language;

/// <summary>Stands between the client's tries and the network, so that every request counts, also one that the client sends again.</summary>
sealed class BudgetPolicy(CallBudget budget) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!await budget.TryTakeAsync(message.CancellationToken)) throw new BudgetSpentException();
        await ProcessNextAsync(message, pipeline);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("The service is asked asynchronously.");
}

/// <summary>Ends a call whose request may not be sent: the client takes no other answer from a policy.</summary>
sealed class BudgetSpentException() : Exception("The calls that the settings allow are spent.");
