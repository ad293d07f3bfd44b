using Microsoft.AspNetCore.Http;
using Verify.Web.Assets;
using Verify.Web.Problems;

namespace Verify.Web.SignIn;

/// <summary>In by a link that whoever runs the desk hands out.</summary>
sealed class LinkWay(PageFiles page) : IWayIn
{
    public string? SignOut => null;

    public string Bearer => "The token of a sign-in link.";

    public IResult NotSignedIn(HttpContext context, Exception? refused)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return PageFiles.IsWanted(context.Request)
            ? page.Message("public/sign-in.html", StatusCodes.Status401Unauthorized)
            : Problem.Of(
                StatusCodes.Status401Unauthorized, "signInNeeded",
                "Nobody is signed in. Open your sign-in link again or ask for a new one; a program sends its token as \"Authorization: Bearer …\".");
    }

    public IResult NotAllowed(HttpContext context, Permission needed) => Problem.Of(
        StatusCodes.Status403Forbidden, "roleMayNot",
        $"You are signed in as {context.User.FindActor()?.Role.ToString().ToLowerInvariant() ?? "nobody"}; this needs {needed.Roles}. Ask for a sign-in link with that role.");
}
