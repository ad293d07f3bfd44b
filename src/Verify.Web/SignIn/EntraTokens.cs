using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Verify.Web.SignIn;

/// <summary>
/// Decides who a token of the directory is of. The same for people and programs: signature, algorithm, type, issuer, audience, times,
/// directory and version must all be right, and the object id names the person or program for good.
/// </summary>
sealed class EntraTokens
{
    /// <summary>How far the clocks here and there may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    // More than a server takes in a header by default; the largest real ones have 8 KB.
    const int LongestToken = 32 * 1024;

    readonly JsonWebTokenHandler reader = new() { MaximumTokenSizeInBytes = LongestToken };
    readonly EntraOptions options;
    readonly EntraKeys keys;
    readonly Pseudonyms pseudonyms;
    readonly TimeProvider clock;

    public EntraTokens(EntraOptions options, EntraKeys keys, Pseudonyms pseudonyms, TimeProvider clock) =>
        (this.options, this.keys, this.pseudonyms, this.clock) = (options, keys, pseudonyms, clock);

    /// <param name="isForwarded">An ID token that the platform hands on, which is of version 2.0; else an access token of either version.</param>
    /// <returns>Success, also for somebody without a role; or failure with a <see cref="TokenFailure"/>.</returns>
    public async Task<AuthenticateResult> ReadAsync(string token, string scheme, bool isForwarded, CancellationToken cancel)
    {
        if (Parse(token) is not { Kid.Length: > 0, Alg: SecurityAlgorithms.RsaSha256 } read) return Refused("it is no token of this kind");
        var (isKnown, key) = await keys.FindAsync(read.Kid, cancel);
        if (!isKnown) return Failed(TokenFault.Unknown, "The directory that signs people in could not be asked for its keys.");
        if (key is null) return Refused("its key is none of the directory's");
        var result = await reader.ValidateTokenAsync(read, Rules(key, isForwarded));
        return result.IsValid ? SignIn(read, result.ClaimsIdentity, scheme) : Why(result.Exception);
    }

    JsonWebToken? Parse(string token)
    {
        if (!reader.CanReadToken(token)) return null;
        try
        {
            return reader.ReadJsonWebToken(token);
        }
        catch (ArgumentException) // what it throws for anything that is no token
        {
            return null;
        }
    }

    TokenValidationParameters Rules(SecurityKey key, bool isForwarded) => new()
    {
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidTypes = [JwtConstants.HeaderType],
        ValidIssuers = isForwarded ? [options.Issuer] : [options.Issuer, options.FirstIssuer],
        ValidAudiences = options.AllAudiences,
        IgnoreTrailingSlashWhenValidatingAudience = false,
        LifetimeValidator = (from, until, _, _) => IsTime(from, until),
    };

    // In place of the library's own, which asks the machine's clock.
    bool IsTime(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (until is null) throw new SecurityTokenNoExpirationException();
        if (until.Value <= now - Skew) throw new SecurityTokenExpiredException();
        return from is null || from.Value <= now + Skew ? true : throw new SecurityTokenNotYetValidException();
    }

    AuthenticateResult SignIn(JsonWebToken token, ClaimsIdentity claims, string scheme)
    {
        if (!Guid.TryParse(One(claims, "tid"), out var tenant) || tenant != Guid.Parse(options.TenantId)) return Refused("it is of another directory");
        if (One(claims, "ver") != (token.Issuer == options.Issuer ? "2.0" : "1.0")) return Refused("its version is not its issuer's");
        if (!Guid.TryParse(One(claims, "oid"), out var person)) return Refused("it does not say whose it is (oid)");
        var pseudonym = pseudonyms.Of($"entra:{tenant}:{person}");
        var name = One(claims, "name") ?? One(claims, "preferred_username") ?? pseudonym;
        var role = EntraRoles.MostAble(claims.FindAll("roles").Select(claim => claim.Value));
        return AuthenticateResult.Success(new(SignedIn.Principal(scheme, pseudonym, name, role), scheme));
    }

    /// <summary>A claim that is there once.</summary>
    static string? One(ClaimsIdentity claims, string type) => claims.FindAll(type).Take(2).ToArray() is [{ Value.Length: > 0 } only] ? only.Value : null;

    static AuthenticateResult Why(Exception failed) => failed switch
    {
        SecurityTokenExpiredException => Failed(TokenFault.Over, "The token was refused: its time is over."),
        SecurityTokenNotYetValidException => Refused("its time has not begun"),
        SecurityTokenInvalidAudienceException => Refused("it is for another application (aud)"),
        SecurityTokenInvalidIssuerException => Refused("it is of another issuer (iss)"),
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException => Refused("its signature is not the directory's"),
        _ => Refused("it is no token of this kind"),
    };

    static AuthenticateResult Refused(string why) => Failed(TokenFault.Refused, $"The token was refused: {why}.");

    static AuthenticateResult Failed(TokenFault fault, string message) => AuthenticateResult.Fail(new TokenFailure(fault, message));
}
