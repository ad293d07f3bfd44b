using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web.Problems;
using Verify.Web.Keys;

namespace Verify.Web.SignIn;

/// <summary>Registers one of the two ways in, and what both ask of a route.</summary>
static class SignInServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, WebOptions options)
    {
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All) authorization.AddPolicy(permission.Name, permission.Build);
        authorization.SetFallbackPolicy(Permission.Read.Alone());
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, Denials>();
        return options.Entra is { } entra ? services.AddEntra(options, entra) : services.AddLinks(options);
    }

    static IServiceCollection AddLinks(this IServiceCollection services, WebOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName("verify");
        if (options.KeyDirectory is { } directory) protection.PersistKeysToFileSystem(PrivateFolder.Make(directory));
        options.ConfigureKeys?.Invoke(protection);
        services.AddSingleton<SignInLinks>().AddSingleton<IWayIn, LinkWay>();
        services.AddSingleton(_ =>
            options.PseudonymSecret.IsDefaultOrEmpty ? Pseudonyms.In(options.KeyDirectory!) : new Pseudonyms(options.PseudonymSecret.AsMemory()));
        services.AddSchemes(SignedIn.SessionScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerLinks>(SignedIn.BearerScheme, null)
            .AddCookie(SignedIn.SessionScheme, cookie =>
            {
                cookie.Cookie.Name = "verify-session";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = options.SessionLife;
                cookie.SlidingExpiration = true;
            });
        return services;
    }

    static IServiceCollection AddEntra(this IServiceCollection services, WebOptions options, EntraOptions entra)
    {
        services.AddSingleton(entra).AddSingleton<EntraKeys>().AddSingleton<EntraTokens>().AddSingleton<IWayIn, EntraWay>();
        services.AddSingleton(new Pseudonyms(options.PseudonymSecret.AsMemory()));
        services.AddSchemes(SignedIn.PlatformScheme)
            .AddScheme<AuthenticationSchemeOptions, EntraHandler>(SignedIn.BearerScheme, null)
            .AddScheme<AuthenticationSchemeOptions, EntraHandler>(SignedIn.PlatformScheme, null);
        return services;
    }

    // Not AddAuthentication: that brings keys along, which are made and kept somewhere at the start also where nothing uses them.
    static AuthenticationBuilder AddSchemes(this IServiceCollection services, string ofBrowsers) =>
        new AuthenticationBuilder(services.AddAuthenticationCore(schemes => schemes.DefaultScheme = SignedIn.Scheme).AddWebEncoders())
            .AddPolicyScheme(SignedIn.Scheme, null, scheme => scheme.ForwardDefaultSelector = context =>
                BearerToken.IsSent(context.Request) ? SignedIn.BearerScheme : ofBrowsers);
}
