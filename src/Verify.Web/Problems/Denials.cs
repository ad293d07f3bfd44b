using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Verify.Web.SignIn;

namespace Verify.Web.Problems;

/// <summary>Answers who is not signed in (401) or lacks a permission (403): a program with a problem, a person at the page with a page.</summary>
sealed class Denials(IWayIn way) : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded) await next(context);
        else await (result.Challenged ? await NotSignedInAsync(context) : NotAllowed(context, policy)).ExecuteAsync(context);
    }

    // Asked again for why: the framework does not hand it on. What was found is kept for the request, so nothing is read twice.
    async Task<IResult> NotSignedInAsync(HttpContext context) =>
        way.NotSignedIn(context, (await context.AuthenticateAsync(SignedIn.Scheme)).Failure);

    IResult NotAllowed(HttpContext context, AuthorizationPolicy policy) =>
        way.NotAllowed(context, policy.Requirements.OfType<Permission>().FirstOrDefault() ?? Permission.Read);
}
