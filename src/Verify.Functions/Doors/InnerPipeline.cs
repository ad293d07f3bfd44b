using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Verify.Web;

namespace Verify.Functions.Doors;

/// <summary>The desk's own pipeline inside the worker's, which is fixed and runs no middleware of ours. Built once, from the root container.</summary>
sealed class InnerPipeline
{
    readonly RequestDelegate pipeline;

    public InnerPipeline(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseVerifyWeb();
        pipeline = app.Build();
    }

    /// <summary>Answers the request; what is returned adds nothing to that.</summary>
    public async Task<IResult> AnswerAsync(HttpContext context)
    {
        context.SetEndpoint(null); // the worker's own, which would be taken for ours
        await pipeline(context);
        return Results.Empty;
    }
}
