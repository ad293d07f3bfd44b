using Microsoft.AspNetCore.Http;
using Verify.Web.Problems;
using Verify.Web.SignIn;

namespace Verify.Web.Guards;

/// <summary>
/// Requests that change something and come with a session's cookie, the desk's or the platform's, must come from the desk's own pages:
/// the browser says so, and no page can make it say otherwise. A program sends a bearer token, which no browser adds by itself.
/// </summary>
static class SameOrigin
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        IsSafe(context.Request) || !context.User.HasSession() || IsSameOrigin(context.Request)
            ? next(context)
            : Problem.Of(
                StatusCodes.Status403Forbidden, "crossSite",
                "This request came from another site, or does not say where it came from. Use the desk's own page; "
                + "a program sends its token as \"Authorization: Bearer …\" and no cookie.")
                .ExecuteAsync(context);

    static bool IsSafe(HttpRequest request) =>
        request.Method is "GET" or "HEAD" or "OPTIONS" or "TRACE";

    // The host alone is compared where only Origin is sent: a proxy that ends TLS changes the scheme.
    static bool IsSameOrigin(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
