using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web.Assets;
using Verify.Web.OpenApi;
using Verify.Web.SignIn;

namespace Verify.Web.Endpoints;

/// <summary>Every route of the desk: what it takes, who may, and what it answers.</summary>
static class Routes
{
    static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api");
        IntakeRoutes.Map(api);
        ClaimRoutes.Map(api);
        RecordRoutes.Map(api);
        OperatorRoutes.Map(api);
        NoticeRoutes.Map(api);

        routes.MapGet("/health", DeskEndpoints.HealthAsync).AllowAnonymous()
            .Does("Says that the desk and its store answer",
                "For a load balancer; needs no sign-in.").Answers<Health>(200).Refuses(503, "storeUnavailable");
        routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

        if (routes.ServiceProvider.GetRequiredService<WebOptions>().Entra is null)
        {
            routes.MapGet(SignInPaths.SignIn, SignInEndpoints.SignInAsync).AllowAnonymous().ExcludeFromDescription();
            routes.MapPost(SignInPaths.SignOut, SignInEndpoints.SignOutAsync).Needs(Permission.Read).ExcludeFromDescription();
        }
        else
        {
            routes.MapPost(SignInPaths.SignOut, SignInEndpoints.PlatformSignOut).Needs(Permission.Read).ExcludeFromDescription();
        }
        routes.MapMethods("/", Reading, PageEndpoints.Review).Needs(Permission.Read).ExcludeFromDescription();
        routes.MapMethods("/articles", Reading, PageEndpoints.Articles).Needs(Permission.Read).ExcludeFromDescription();
        routes.MapMethods("/records", Reading, PageEndpoints.Records).Needs(Permission.Read).ExcludeFromDescription();
        routes.MapMethods("/assets/{version}/public/{file}", Reading, PageEndpoints.PublicAsset).AllowAnonymous().ExcludeFromDescription();
        routes.MapMethods("/assets/{version}/{**file}", Reading, PageEndpoints.Asset).Needs(Permission.Read).ExcludeFromDescription();
    }

    internal static TBuilder Needs<TBuilder>(this TBuilder route, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        route.RequireAuthorization(permission.Name);
}
