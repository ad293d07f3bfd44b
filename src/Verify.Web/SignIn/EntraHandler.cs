using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Verify.Web.SignIn;

/// <summary>
/// Finds the directory's token in a request: what a program sends, or what the platform hands on of a signed-in person. No other header
/// of the platform's is read: they say who somebody is, and prove nothing.
/// </summary>
sealed class EntraHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder, EntraTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string ForwardedHeader = "X-MS-TOKEN-AAD-ID-TOKEN";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var isForwarded = Scheme.Name == SignedIn.PlatformScheme;
        var token = isForwarded ? Request.Headers[ForwardedHeader].ToString() : BearerToken.Of(Request);
        return string.IsNullOrEmpty(token)
            ? Task.FromResult(AuthenticateResult.NoResult())
            : tokens.ReadAsync(token, Scheme.Name, isForwarded, Context.RequestAborted);
    }
}
