using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web.Assets;
using Verify.Web.Guards;
using Verify.Web.OpenApi;
using Verify.Web.Problems;
using Verify.Web.SignIn;

namespace Verify.Web;

/// <summary>Registers what <see cref="WebPipeline"/> serves. The host adds the workflow, a store and a <see cref="TimeProvider"/>.</summary>
public static class WebServices
{
    public static IServiceCollection AddVerifyWeb(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options.Checked());
        services.AddSingleton<PageFiles>().AddSingleton<KnownHosts>();
        services.AddRouting();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false);
        services.Configure<JsonOptions>(WireJson.Configure);
        services.AddOpenApi("v1", OpenApiDocument.Configure);
        return services.AddKeys(options).AddSignIn(options);
    }

    static IServiceCollection AddKeys(this IServiceCollection services, WebOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName("verify");
        if (options.KeyDirectory is { } directory) protection.PersistKeysToFileSystem(PrivateFolder.Make(directory));
        options.ConfigureKeys?.Invoke(protection);
        services.AddSingleton<SignInLinks>();
        return services.AddSingleton(_ =>
            options.PseudonymSecret.IsDefaultOrEmpty ? Pseudonyms.In(options.KeyDirectory!) : new Pseudonyms(options.PseudonymSecret.AsMemory()));
    }

    static IServiceCollection AddSignIn(this IServiceCollection services, WebOptions options)
    {
        services.AddAuthentication(SignedIn.Scheme)
            .AddPolicyScheme(SignedIn.Scheme, null, scheme => scheme.ForwardDefaultSelector = context =>
                BearerLinks.AreSent(context.Request) ? SignedIn.BearerScheme : SignedIn.SessionScheme)
            .AddScheme<AuthenticationSchemeOptions, BearerLinks>(SignedIn.BearerScheme, null)
            .AddCookie(SignedIn.SessionScheme, cookie => SignInEndpoints.Cookie(cookie, options));
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All) authorization.AddPolicy(permission.Name, permission.Build);
        authorization.SetFallbackPolicy(Permission.Read.Alone());
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, Denials>();
    }
}
