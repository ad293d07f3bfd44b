using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web.Assets;
using Verify.Web.Guards;
using Verify.Web.OpenApi;
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
        return services.AddSignIn(options);
    }
}
