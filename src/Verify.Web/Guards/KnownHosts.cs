using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Verify.Web.Problems;

namespace Verify.Web.Guards;

/// <summary>
/// Answers only to the desk's own host names: a page elsewhere that points a name of its own here gets nothing. The name is that of
/// <c>Host</c>; <c>X-Forwarded-Host</c> is never read, for anybody can send it.
/// </summary>
sealed class KnownHosts(WebOptions options)
{
    readonly IList<StringSegment> allowed = [.. options.AllowedHosts.Select(host => (StringSegment)host)];

    public Task InvokeAsync(HttpContext context, RequestDelegate next) =>
        context.Request.Host is { HasValue: true } host && HostString.MatchesAny(host.Host, allowed)
            ? next(context)
            : Problem.Of(StatusCodes.Status400BadRequest, "hostNotAllowed", Message(context.Request.Host)).ExecuteAsync(context);

    string Message(HostString host) =>
        $"This desk does not answer to the name \"{host.Host}\". Use one of: {string.Join(", ", options.AllowedHosts)}; or add the name to {nameof(WebOptions.AllowedHosts)}.";
}
