using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Verify.Testing.Blobs;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Blobs;

namespace Verify.Web.Tests;

public sealed class PipelineTests
{
    /// <summary>What a host does that hands over a context of its own: no web application, one pipeline built from the root services.</summary>
    static (IServiceProvider Services, RequestDelegate Pipeline) Build()
    {
        var services = new ServiceCollection().AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IBlobs, MemoryBlobs>()
            .AddSingleton(new DiagnosticListener("test")).AddSingleton<DiagnosticSource>(kept => kept.GetRequiredService<DiagnosticListener>())
            .AddWorkflow(new())
            .AddVerifyWeb(new() { ConfigureKeys = keys => keys.UseEphemeralDataProtectionProvider(), PseudonymSecret = [.. new byte[32]] })
            .BuildServiceProvider();
        return (services, new ApplicationBuilder(services).UseVerifyWeb().Build());
    }

    [Theory]
    [InlineData("/health", 200)]
    [InlineData("/api/stats", 200)]
    [InlineData("/api/nothing", 404)]
    public async Task Any_host_can_hand_its_requests_over(string path, int status)
    {
        var (services, pipeline) = Build();
        var token = services.GetRequiredService<SignInLinks>().Token("Ani", Role.Reviewer, TimeSpan.FromHours(1));
        using var scope = services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = HttpMethods.Get;
        context.Request.Host = new("localhost");
        context.Request.Path = path;
        context.Request.Headers.Authorization = $"Bearer {token}";
        context.Response.Body = new MemoryStream();
        context.SetEndpoint(null);
        await pipeline(context);
        Assert.Equal(status, context.Response.StatusCode);
    }

    [Fact]
    public void No_route_of_ours_stands_where_the_platform_s_own_are()
    {
        var (services, _) = Build();
        var routes = services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>();
        Assert.DoesNotContain(routes, route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("admin", StringComparison.Ordinal) || route.RoutePattern.RawText.TrimStart('/').StartsWith("runtime", StringComparison.Ordinal));
    }
}
