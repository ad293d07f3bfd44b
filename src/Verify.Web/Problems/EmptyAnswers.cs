using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Verify.Web.Assets;

namespace Verify.Web.Problems;

/// <summary>Gives words to answers that the framework leaves empty: no such route, wrong method.</summary>
static class EmptyAnswers
{
    public static Task FillAsync(StatusCodeContext empty)
    {
        var context = empty.HttpContext;
        return Of(context, (PageFiles)context.RequestServices.GetService(typeof(PageFiles))!).ExecuteAsync(context);
    }

    static IResult Of(HttpContext context, PageFiles page) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound when PageFiles.IsWanted(context.Request) =>
            page.Message("public/not-found.html", StatusCodes.Status404NotFound),
        StatusCodes.Status404NotFound => Problem.Of(
            StatusCodes.Status404NotFound, "noSuchRoute", $"There is nothing at {context.Request.Path}. /openapi/v1.json lists every route."),
        StatusCodes.Status405MethodNotAllowed => Problem.Of(
            StatusCodes.Status405MethodNotAllowed, "methodNotAllowed",
            $"{context.Request.Path} does not take {context.Request.Method}. It takes {context.Response.Headers.Allow}."),
        var status => Problem.Of(status, "badRequest", "The request cannot be read. /openapi/v1.json says what each route takes."),
    };
}
