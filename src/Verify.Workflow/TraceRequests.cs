using System.Diagnostics;
using MediatR;

namespace Verify.Workflow;

/// <summary>One trace span a request, named after it. Traces only: no rule lives in a behaviour.</summary>
sealed class TraceRequests<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    static readonly ActivitySource Source = new("Verify.Workflow");

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancel, RequestHandlerDelegate<TResponse> next)
    {
        using var span = Source.StartActivity(typeof(TRequest).Name);
        try
        {
            return await next();
        }
        catch (Exception failed)
        {
            span?.SetStatus(ActivityStatusCode.Error, failed.Message);
            throw;
        }
    }
}
