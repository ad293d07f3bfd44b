using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Verify.Web.Tests.Desk;

namespace Verify.Web.Tests.SignIn;

/// <summary>A directory on this machine: publishes its metadata and keys on 127.0.0.1 and signs tokens with keys that are made here.</summary>
public sealed class EntraDirectory : IAsyncDisposable
{
    public const string Tenant = "11112222-3333-4444-5555-666677778888";
    public const string Client = "aaaabbbb-cccc-dddd-eeee-ffff00001111";
    public const string Ani = "0a0a0a0a-1b1b-2c2c-3d3d-4e4e4e4e4e4e";
    public const string Issuer = $"https://login.microsoftonline.com/{Tenant}/v2.0";
    public const string FirstIssuer = $"https://sts.windows.net/{Tenant}/";

    readonly WebApplication app;

    EntraDirectory(WebApplication app) => this.app = app;

    /// <summary>What is published; a test may take keys away and add others.</summary>
    public ConcurrentDictionary<string, JsonObject> Published { get; } = [];

    /// <summary>How often the metadata was asked for.</summary>
    public int Asked { get; private set; }

    public bool IsDown { get; set; }

    /// <summary>What the metadata says in place of the keys and the issuer that are right.</summary>
    public string? Garbage { get; set; }

    public string StatedIssuer { get; set; } = Issuer;

    /// <summary>Holds answers back until it is completed.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    public string Address => app.Urls.First();

    public SigningKey Key { get; private set; } = null!;

    public static async Task<EntraDirectory> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var directory = new EntraDirectory(builder.Build());
        directory.app.Run(directory.AnswerAsync);
        await directory.app.StartAsync();
        directory.Key = directory.Publish("key-1");
        return directory;
    }

    public SigningKey Publish(string id, string? issuer = null, string use = "sig")
    {
        var key = SigningKey.Make(id);
        var published = key.Public();
        published["use"] = use;
        if (issuer is not null) published["issuer"] = issuer;
        Published[id] = published;
        return key;
    }

    public Func<WebOptions, WebOptions> Options => options => options with
    {
        ConfigureKeys = null,
        Entra = new() { TenantId = Tenant, ClientId = Client, MetadataAddress = $"{Address}/{Tenant}/v2.0/.well-known/openid-configuration" },
    };

    internal Task<WebDesk> DeskAsync(Verify.Workflow.Blobs.IBlobs? store = null, Action<IApplicationBuilder>? more = null) => WebDesk.OpenAsync(store, Options, more);

    /// <summary>What the platform hands on of Ani, who is an editor, signed in an hour's third ago.</summary>
    public static JsonObject IdToken(params string[] roles) => new()
    {
        ["iss"] = Issuer, ["aud"] = Client, ["tid"] = Tenant, ["oid"] = Ani, ["sub"] = "pairwise", ["ver"] = "2.0",
        ["name"] = "Ani Wijaya", ["preferred_username"] = "ani@desk.example",
        ["iat"] = Seconds(-20), ["nbf"] = Seconds(-20), ["exp"] = Seconds(40),
        ["roles"] = new JsonArray([.. roles.Select(role => (JsonNode)role)]),
    };

    /// <summary>What a program gets of a registration that did not ask for version 2.0.</summary>
    public static JsonObject FirstToken(params string[] roles)
    {
        var token = IdToken(roles);
        (token["iss"], token["aud"], token["ver"], token["oid"]) = (FirstIssuer, $"api://{Client}", "1.0", "99999999-0000-0000-0000-000000000001");
        token.Remove("name");
        token.Remove("preferred_username");
        return token;
    }

    public static JsonNode Seconds(double minutes) => WebDesk.Morning.ToUnixTimeSeconds() + (long)Math.Round(minutes * 60);

    async Task AnswerAsync(HttpContext context)
    {
        await Held;
        context.Response.StatusCode = IsDown ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        if (IsDown) return;
        var isMetadata = context.Request.Path.Value!.EndsWith("openid-configuration", StringComparison.Ordinal);
        if (isMetadata) Asked++;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Garbage ?? (isMetadata
            ? new JsonObject { ["issuer"] = StatedIssuer, ["jwks_uri"] = $"{Address}/keys" }
            : new JsonObject { ["keys"] = new JsonArray([.. Published.Values.Select(key => key.DeepClone())]) }).ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>An RSA key that signs tokens, the honest ones and the forged.</summary>
public sealed record SigningKey(string Id, RSA Rsa)
{
    public static SigningKey Make(string id) => new(id, RSA.Create(2048));

    public JsonObject Public()
    {
        var key = Rsa.ExportParameters(false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = Id, ["n"] = Base64UrlEncoder.Encode(key.Modulus), ["e"] = Base64UrlEncoder.Encode(key.Exponent) };
    }

    public JsonObject Header(string algorithm = "RS256") => new() { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = Id };

    public string Sign(JsonObject claims, JsonObject? header = null) =>
        Join(header ?? Header(), claims, text => Rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    /// <summary>A token made by hand: no library stands between the test and what is sent.</summary>
    public static string Join(JsonObject header, JsonObject claims, Func<byte[], byte[]> sign)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}");
        return $"{text}.{Base64UrlEncoder.Encode(sign(System.Text.Encoding.ASCII.GetBytes(text)))}";
    }
}
