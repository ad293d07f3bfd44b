using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Verify.Web.SignIn;

/// <summary>The token of a sign-in link as <c>Authorization: Bearer …</c>, for programs and for the API only.</summary>
sealed class BearerLinks(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SignInLinks links, Pseudonyms pseudonyms)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    const string Prefix = "Bearer ";

    public static bool AreSent(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AreSent(Request) || !Request.Path.StartsWithSegments("/api")) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(links.TryRead(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim(), out var link)
            ? AuthenticateResult.Success(new(SignedIn.Principal(Scheme.Name, pseudonyms.Of(link.Name), link), Scheme.Name))
            : AuthenticateResult.Fail("The token is not one of this desk, or its time is over."));
    }
}
