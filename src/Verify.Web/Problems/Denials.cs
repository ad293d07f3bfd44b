using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Verify.Web.SignIn;
using Verify.Workflow.Audit;

namespace Verify.Web.Problems;

/// <summary>Answers who is not signed in (401) or lacks a permission (403): a program with a problem, a person at the page with a page.</summary>
sealed class Denials(IWayIn way, AuditLog audit, TimeProvider clock) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded) await next(context);
        else await (result.Challenged ? await NotSignedInAsync(context) : NotAllowed(context, policy)).ExecuteAsync(context);
    }

    // Asked again for why: the framework does not hand it on. What was found is kept for the request, so nothing is read twice.
    async Task<IResult> NotSignedInAsync(HttpContext context) =>
        way.NotSignedIn(context, (await context.AuthenticateAsync(SignedIn.Scheme)).Failure);

    IResult NotAllowed(HttpContext context, AuthorizationPolicy policy)
    {
        if (context.User.FindActor() is { } actor)
        {
            var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path.Value;
            audit.Note(new(clock.GetUtcNow(), actor.Id, $"{context.Request.Method} {pattern}", Refused: "roleMayNot"));
        }
        return way.NotAllowed(context, policy.Requirements.OfType<Permission>().FirstOrDefault() ?? Permission.Read);
    }
}
