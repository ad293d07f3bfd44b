using Microsoft.AspNetCore.Http;

namespace Verify.Web.SignIn;

/// <summary>What a program sends as <c>Authorization: Bearer …</c>. Taken on the API only: a page is for people.</summary>
static class BearerToken
{
    const string Prefix = "Bearer ";

    public static bool IsSent(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Null where none is sent, or on a page.</summary>
    public static string? Of(HttpRequest request) =>
        IsSent(request) && request.Path.StartsWithSegments("/api") ? request.Headers.Authorization.ToString()[Prefix.Length..].Trim() : null;
}
