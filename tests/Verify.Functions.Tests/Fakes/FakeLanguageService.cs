using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Verify.Testing.Logging;

namespace Verify.Functions.Tests.Fakes;

/// <summary>
/// Azure AI Language on a free port of this machine, over TLS as tokens need it: <c>POST /language/:analyze-text</c>, kind EntityRecognition,
/// version 2023-04-01. Keeps the documented limits, finds the words that it was told of, and fails when it is told to.
/// </summary>
sealed class FakeLanguageService : IAsyncDisposable
{
    const int MostDocuments = 5;
    const int MostElements = 5_120;
    const long MostBytes = 1_000_000;

    readonly WebApplication app;
    readonly ConcurrentQueue<Func<HttpContext, Task>> faults = new();
    readonly ConcurrentQueue<LanguageRequest> received = new();

    FakeLanguageService(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.First());

    public IReadOnlyList<LanguageRequest> Received => [.. received];

    /// <summary>What stands in the texts, and the category it is found as.</summary>
    public Dictionary<string, string> Known { get; } = [];

    /// <summary>Changes an answer before it is sent.</summary>
    public Action<JsonObject>? Change { get; set; }

    public static async Task<FakeLanguageService> StartAsync(params (string Words, string Category)[] known)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(new TestLog(LogLevel.Error));
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(OwnCertificate())));
        var service = new FakeLanguageService(builder.Build());
        foreach (var (words, category) in known) service.Known.Add(words, category);
        service.app.Run(service.AnswerAsync);
        await service.app.StartAsync();
        return service;
    }

    /// <summary>The next request that is not yet spoken for is answered like this.</summary>
    public FakeLanguageService Then(Func<HttpContext, Task> fault, int times = 1)
    {
        for (var i = 0; i < times; i++) faults.Enqueue(fault);
        return this;
    }

    /// <summary>The next request is answered as it should be.</summary>
    public FakeLanguageService ThenWell() => Then(AnswerWellAsync);

    async Task AnswerAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        var body = await JsonNode.ParseAsync(context.Request.Body);
        context.Request.Body.Position = 0;
        received.Enqueue(new(TimeProvider.System.GetTimestamp(), context.Request.Headers.Authorization.ToString(), body!.AsObject()));
        await (faults.TryDequeue(out var fault) ? fault(context) : AnswerWellAsync(context));
    }

    async Task AnswerWellAsync(HttpContext context)
    {
        var request = context.Request;
        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        if (request.Path != "/language/:analyze-text" || request.Method != "POST") await LanguageFault.Status(404, "NotFound")(context);
        else if (request.Query["api-version"] != "2023-04-01") await LanguageFault.Status(400, "InvalidRequest")(context);
        else if (!request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal)) await LanguageFault.Status(401, "401")(context);
        else if (request.ContentLength > MostBytes) await LanguageFault.Status(413, "InvalidRequest")(context);
        else if ((string?)body["kind"] != "EntityRecognition" || (string?)body["parameters"]?["stringIndexType"] != "Utf16CodeUnit") await LanguageFault.Status(400, "InvalidRequest")(context);
        else if (body["analysisInput"]!["documents"]!.AsArray() is not { Count: > 0 and <= MostDocuments } documents) await LanguageFault.Status(400, "InvalidDocumentBatch")(context);
        else
        {
            var answer = Answer(documents);
            Change?.Invoke(answer);
            await context.Response.WriteAsJsonAsync<JsonNode>(answer);
        }
    }

    JsonObject Answer(JsonArray documents)
    {
        var (answered, errors) = (new JsonArray(), new JsonArray());
        foreach (var document in documents)
        {
            var (id, text) = ((string)document!["id"]!, (string)document["text"]!);
            if (new StringInfo(text).LengthInTextElements > MostElements) errors.Add(LanguageFault.OfDocument(id, "InvalidDocument"));
            else answered.Add(new JsonObject { ["id"] = id, ["entities"] = new JsonArray([.. EntitiesOf(text)]), ["warnings"] = new JsonArray() });
        }
        return new()
        {
            ["kind"] = "EntityRecognitionResults",
            ["results"] = new JsonObject { ["documents"] = answered, ["errors"] = errors, ["modelVersion"] = "2023-04-15" },
        };
    }

    IEnumerable<JsonNode> EntitiesOf(string text)
    {
        foreach (var (words, category) in Known)
            for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
                yield return new JsonObject { ["text"] = words, ["category"] = category, ["offset"] = at, ["length"] = words.Length, ["confidenceScore"] = 0.97 };
    }

    static X509Certificate2 OwnCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>What the service was sent.</summary>
/// <param name="At">A timestamp of <see cref="TimeProvider.System"/>.</param>
sealed record LanguageRequest(long At, string Authorization, JsonObject Body)
{
    public IReadOnlyList<string> Texts => [.. Body["analysisInput"]!["documents"]!.AsArray().Select(document => (string)document!["text"]!)];

    public IReadOnlyList<string> Languages => [.. Body["analysisInput"]!["documents"]!.AsArray().Select(document => (string)document!["language"]!)];
}
