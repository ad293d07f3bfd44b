using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Verify.Hosting.Tests.Secrets;

/// <summary>
/// A vault on this machine that speaks as Key Vault's REST API does: a request without a token is challenged, a secret is answered with its
/// value and id, an error with a code and words. The client believes that it speaks with the real address.
/// </summary>
sealed class LoopbackVault : IAsyncDisposable
{
    public const string Host = "desk.vault.azure.net";
    const string Token = "a-token";

    readonly WebApplication app;
    Uri? address;

    LoopbackVault(WebApplication app) => this.app = app;

    /// <summary>Answers for a secret's path.</summary>
    public Dictionary<string, (int Status, string Json)> Answers { get; } = [];

    public List<string> Asked { get; } = [];

    public static async Task<LoopbackVault> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var vault = new LoopbackVault(app);
        app.Run(vault.AnswerAsync);
        await app.StartAsync();
        vault.address = new Uri(app.Urls.First());
        return vault;
    }

    public SecretClientOptions Options()
    {
        var options = new SecretClientOptions { Retry = { MaxRetries = 0 } };
        options.Transport = new HttpClientTransport(new HttpClient(new ToLoopback(address!)));
        return options;
    }

    public Task StopAsync() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        if (context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer authorization=\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000001\", resource=\"https://vault.azure.net\"";
            await context.Response.WriteAsync("""{"error":{"code":"Unauthorized","message":"no token"}}""");
            return;
        }
        Asked.Add($"{context.Request.Headers["X-Asked-Host"]}{context.Request.Path}");
        var (status, json) = Answers.GetValueOrDefault(context.Request.Path.Value!.TrimEnd('/'), (404, """{"error":{"code":"SecretNotFound","message":"no such secret"}}"""));
        context.Response.StatusCode = status;
        await context.Response.WriteAsync(json);
    }

    sealed class ToLoopback(Uri loopback) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("X-Asked-Host", request.RequestUri!.Host);
            request.RequestUri = new UriBuilder(request.RequestUri) { Scheme = "http", Host = loopback.Host, Port = loopback.Port }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>The identity of a machine that has one.</summary>
    public sealed class Identity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(Token, DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>The identity of a machine that has none.</summary>
    public sealed class NoIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new Azure.Identity.CredentialUnavailableException("none here");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new Azure.Identity.CredentialUnavailableException("none here");
    }
}
