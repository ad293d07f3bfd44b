using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Verify.Web.Assets;
using Verify.Web.SignIn;

namespace Verify.Web.Problems;

/// <summary>Answers who is not signed in (401) or lacks a permission (403): a program with a problem, a person at the page with a page.</summary>
sealed class Denials(PageFiles page) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult result)
    {
        if (result.Succeeded) return next(context);
        return (result.Challenged ? NotSignedIn(context) : NotAllowed(context, policy)).ExecuteAsync(context);
    }

    IResult NotSignedIn(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return !context.Request.Path.StartsWithSegments("/api") && PageFiles.IsWanted(context.Request)
            ? page.Message("public/sign-in.html", StatusCodes.Status401Unauthorized)
            : Problem.Of(
                StatusCodes.Status401Unauthorized, "signInNeeded",
                "Nobody is signed in. Open your sign-in link again or ask for a new one; a program sends its token as \"Authorization: Bearer …\".");
    }

    static IResult NotAllowed(HttpContext context, AuthorizationPolicy policy)
    {
        var needed = policy.Requirements.OfType<Permission>().FirstOrDefault() ?? Permission.Read;
        var role = context.User.FindActor()?.Role.ToString().ToLowerInvariant() ?? "nobody";
        return Problem.Of(
            StatusCodes.Status403Forbidden, "roleMayNot", $"You are signed in as {role}; this needs {needed.Roles}. Ask for a sign-in link with that role.");
    }
}
