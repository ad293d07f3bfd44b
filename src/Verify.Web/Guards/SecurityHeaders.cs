using Microsoft.AspNetCore.Http;

namespace Verify.Web.Guards;

/// <summary>Headers that every answer carries, error answers included.</summary>
static class SecurityHeaders
{
    const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        // On starting, because an answer that is begun anew after a failure loses what was set before.
        context.Response.OnStarting(static state => Write(((HttpContext)state).Response.Headers), context);
        return next(context);
    }

    static Task Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
