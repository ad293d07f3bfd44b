using Microsoft.AspNetCore.Http;

namespace Verify.Web.SignIn;

/// <summary>How people and programs come in, as far as answers tell of it: by link, or through the platform.</summary>
interface IWayIn
{
    /// <summary>Where a browser goes to sign out by itself; null where <c>POST /sign-out</c> does it.</summary>
    string? SignOut { get; }

    /// <summary>What a program's token is, for the OpenAPI document.</summary>
    string Bearer { get; }

    /// <summary>Answers who is not signed in, with the way in.</summary>
    /// <param name="refused">Why what was sent did not sign anybody in; null when nothing was sent.</param>
    IResult NotSignedIn(HttpContext context, Exception? refused);

    /// <summary>Answers who is signed in and lacks a permission, with the way to it.</summary>
    IResult NotAllowed(HttpContext context, Permission needed);
}
