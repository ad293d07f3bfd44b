using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Verify.Web.Assets;

namespace Verify.Web.SignIn;

static class SignInEndpoints
{
    /// <summary>Shows nothing: sets the cookie and leaves the address with its token behind.</summary>
    public static async Task<IResult> SignInAsync(string? token, HttpContext context, SignInLinks links, Pseudonyms pseudonyms, PageFiles page)
    {
        if (!links.TryRead(token, out var link)) return page.Message("public/link-over.html", StatusCodes.Status401Unauthorized);
        await context.SignInAsync(SignedIn.SessionScheme, SignedIn.Principal(SignedIn.SessionScheme, pseudonyms.Of(link.Name), link.Name, link.Role));
        return Results.LocalRedirect("/");
    }

    public static async Task<IResult> SignOutAsync(HttpContext context, PageFiles page)
    {
        await context.SignOutAsync(SignedIn.SessionScheme);
        return page.Message("public/signed-out.html", StatusCodes.Status200OK);
    }

    /// <summary>The session is the platform's to end.</summary>
    public static IResult PlatformSignOut() => Results.LocalRedirect(SignInPaths.PlatformSignOut);

    /// <summary>The name goes to the person who bears it and nowhere else.</summary>
    public static IResult Session(ClaimsPrincipal user, IWayIn way)
    {
        var actor = user.Actor();
        return Results.Json(
            new Session(actor.Id, user.Identity!.Name!, actor.Role.ToString().ToLowerInvariant(), Permission.Submit.Allows(actor), actor.MayDecide, way.SignOut),
            WebJson.Default.Session);
    }
}
