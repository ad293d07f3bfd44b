using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Verify.Web.SignIn;

/// <summary>The token of a sign-in link as a program's bearer token.</summary>
sealed class BearerLinks(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, SignInLinks links, Pseudonyms pseudonyms)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BearerToken.Of(Request) is not { } token) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(links.TryRead(token, out var link)
            ? AuthenticateResult.Success(new(SignedIn.Principal(Scheme.Name, pseudonyms.Of(link.Name), link.Name, link.Role), Scheme.Name))
            : AuthenticateResult.Fail("The token is not one of this desk, or its time is over."));
    }
}
