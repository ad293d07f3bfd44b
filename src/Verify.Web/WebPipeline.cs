using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Verify.Web.Endpoints;
using Verify.Web.Guards;
using Verify.Web.Problems;

namespace Verify.Web;

/// <summary>The whole desk over HTTP as one pipeline, which any host can serve: it needs nothing but the services of <see cref="WebServices"/>.</summary>
public static class WebPipeline
{
    public static IApplicationBuilder UseVerifyWeb(this IApplicationBuilder app)
    {
        var hosts = app.ApplicationServices.GetRequiredService<KnownHosts>();
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Failures.AnswerAsync, AllowStatusCode404Response = true });
        app.UseStatusCodePages(EmptyAnswers.FillAsync);
        app.Use(hosts.InvokeAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.Use(SameOrigin.InvokeAsync);
        app.UseAuthorization();
        app.UseEndpoints(Routes.Map);
        return app;
    }
}
