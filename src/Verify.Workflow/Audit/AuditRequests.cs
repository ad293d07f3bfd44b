using System.Text.Json;
using MediatR;
using Verify.Workflow.Telemetry;

namespace Verify.Workflow.Audit;

/// <summary>Tells the audit log of looks and refusals. No rule lives here.</summary>
sealed class AuditRequests<TRequest, TResponse>(AuditLog log, TimeProvider clock) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancel, RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        if (request is IAudited audited && (response as IAnswer)?.Refusal is var refusal && (refusal is not null || audited.IsLook))
            log.Note(new(clock.GetUtcNow(), audited.Person, JsonNamingPolicy.CamelCase.ConvertName(typeof(TRequest).Name), (request as IAboutProcess)?.About.Value, refusal?.Code));
        return response;
    }
}
