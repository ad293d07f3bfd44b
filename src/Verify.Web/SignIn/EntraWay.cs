using System.Globalization;
using Microsoft.AspNetCore.Http;
using Verify.Web.Assets;
using Verify.Web.Problems;

namespace Verify.Web.SignIn;

/// <summary>In through the platform, which signs people in at the directory and brings them back.</summary>
sealed class EntraWay(PageFiles page, EntraOptions options) : IWayIn
{
    public string SignOut => SignInPaths.PlatformSignOut;

    public string Bearer => $"An access token of the directory for api://{options.ClientId}.";

    public IResult NotSignedIn(HttpContext context, Exception? refused)
    {
        var failure = refused as TokenFailure;
        if (failure?.Fault is TokenFault.Unknown) return NotAnswered(context, failure);
        context.Response.Headers.WWWAuthenticate = failure is null ? "Bearer" : $"Bearer error=\"invalid_token\", error_description=\"{failure.Message}\"";
        if (!PageFiles.IsWanted(context.Request)) return Problem.Of(StatusCodes.Status401Unauthorized, "signInNeeded", Words(failure), signIn: SignInPaths.PlatformSignIn);
        // Who comes back from the directory with a token that is refused would be sent there again, and again.
        return failure?.Fault is TokenFault.Refused
            ? page.Message("public/sign-in-refused.html", StatusCodes.Status401Unauthorized)
            : Results.LocalRedirect($"{SignInPaths.PlatformSignIn}?post_login_redirect_uri={Uri.EscapeDataString(Return(context.Request))}");
    }

    public IResult NotAllowed(HttpContext context, Permission needed)
    {
        if (context.User.FindActor() is { } actor)
            return Problem.Of(
                StatusCodes.Status403Forbidden, "roleMayNot",
                $"You are signed in as {actor.Role.ToString().ToLowerInvariant()}; this needs {needed.Roles}. An administrator of the directory can assign you that role.");
        return PageFiles.IsWanted(context.Request)
            ? page.Message("public/no-role.html", StatusCodes.Status403Forbidden)
            : Problem.Of(
                StatusCodes.Status403Forbidden, "roleMissing",
                "You are signed in, and have no role at this desk: an administrator of the directory must assign one (submitter, reviewer, editor or operator). Sign in again afterwards.");
    }

    IResult NotAnswered(HttpContext context, TokenFailure failure)
    {
        context.Response.Headers.RetryAfter = EntraKeys.Retry.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return PageFiles.IsWanted(context.Request)
            ? page.Message("public/sign-in-unavailable.html", StatusCodes.Status503ServiceUnavailable)
            : Problem.Of(StatusCodes.Status503ServiceUnavailable, "signInUnavailable", $"{failure.Message} Nothing was done: ask again in a moment.");
    }

    string Words(TokenFailure? failure) =>
        $"{failure?.Message ?? "Nobody is signed in."} Open {SignInPaths.PlatformSignIn} in a browser to sign in; a program asks the directory for an access token "
        + $"for api://{options.ClientId} and sends it as \"Authorization: Bearer …\".";

    // The path alone: what follows it may be the token of a link, and a path that another host could be read into leads nowhere.
    static string Return(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path.Value is ['/', not ('/' or '\\'), ..] ? request.Path.Value : "/";
}
