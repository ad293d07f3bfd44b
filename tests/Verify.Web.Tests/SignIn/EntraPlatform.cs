using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Verify.Web.Tests.SignIn;

/// <summary>
/// What the platform does in front of the desk: signs in and out under <c>/.auth</c>, and hands on the token of whoever has its cookie,
/// and of nobody else.
/// </summary>
/// <param name="sign">Makes the token that a sign-in gives; the platform keeps that one until the next, also when its time is over.</param>
sealed class EntraPlatform(Func<string> sign)
{
    const string Cookie = "AppServiceAuthSession";
    const string Forwarded = "X-MS-TOKEN-AAD-ID-TOKEN";

    string? token;

    public int SignIns { get; private set; }

    public void Use(IApplicationBuilder app) => app.Use(next => context => InvokeAsync(context, next));

    async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Request.Headers.Remove(Forwarded);
        switch (context.Request.Path.Value)
        {
            case "/.auth/login/aad":
                SignIns++;
                token = sign();
                context.Response.Cookies.Append(Cookie, "x", new() { HttpOnly = true });
                context.Response.Redirect(context.Request.Query["post_login_redirect_uri"].ToString() is { Length: > 0 } back ? back : "/.auth/login/done");
                break;
            case "/.auth/logout":
                token = null;
                context.Response.Cookies.Delete(Cookie);
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<!doctype html><title>Bye</title><link rel=icon href=data:,><h1>You have been signed out.</h1>");
                break;
            default:
                if (token is not null && context.Request.Cookies.ContainsKey(Cookie)) context.Request.Headers[Forwarded] = token;
                await next(context);
                break;
        }
    }
}
