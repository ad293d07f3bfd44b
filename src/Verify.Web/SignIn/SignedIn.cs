using System.Security.Claims;
using Verify.Workflow;

namespace Verify.Web.SignIn;

/// <summary>Between who signed in and the <see cref="Actor"/> that the workflow knows.</summary>
static class SignedIn
{
    /// <summary>
    /// The scheme that looks at the request: a bearer token where one is sent, else what a browser brings. Never both: a program says
    /// with its token whom it speaks for, and one that is refused is not helped by a browser's session.
    /// </summary>
    public const string Scheme = "verify";
    public const string SessionScheme = "session";
    public const string PlatformScheme = "platform";
    public const string BearerScheme = "bearer";

    /// <param name="role">Null for somebody who is known and may do nothing.</param>
    public static ClaimsPrincipal Principal(string scheme, string pseudonym, string name, Role? role)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, pseudonym), new(ClaimTypes.Name, name)], scheme);
        if (role is { } given) identity.AddClaim(new(ClaimTypes.Role, given.ToString()));
        return new(identity);
    }

    /// <exception cref="InvalidOperationException">Nobody is signed in: the route lacks its permission.</exception>
    public static Actor Actor(this ClaimsPrincipal user) => user.FindActor() ?? throw new InvalidOperationException("Nobody is signed in here.");

    public static Actor? FindActor(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new(id, role)
            : null;

    /// <summary>
    /// True when a browser sent a cookie along, the desk's or the platform's: only then can another site have made it send the request.
    /// </summary>
    public static bool HasSession(this ClaimsPrincipal user) =>
        user.Identities.Any(identity => identity.AuthenticationType is SessionScheme or PlatformScheme);
}
