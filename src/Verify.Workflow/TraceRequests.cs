using MediatR;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow;

/// <summary>One trace span a request, named after it. Telemetry only: no rule lives in a behaviour.</summary>
sealed class TraceRequests<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancel, RequestHandlerDelegate<TResponse> next)
    {
        using var span = DeskTrace.Start(request);
        try
        {
            var response = await next();
            if (response is IAnswer { Refusal: { } refusal }) span?.SetTag(DeskTrace.RefusalTag, refusal.Code);
            if (response is Progress { Outcome: { } outcome }) span?.SetTag(DeskTrace.OutcomeTag, outcome);
            return response;
        }
        catch (Exception failed)
        {
            DeskTrace.Failed(span, failed);
            if (request is Advance && failed is not OperationCanceledException) DeskMetrics.AdvanceRetried();
            throw;
        }
    }
}
