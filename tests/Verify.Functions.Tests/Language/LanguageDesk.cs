using System.Collections.Immutable;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Verify.Claims;
using Verify.Functions.Language;
using Verify.Functions.Tests.Fakes;
using Verify.Hosting.Settings;
using Verify.Testing.Blobs;
using Verify.Testing.Logging;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;

namespace Verify.Functions.Tests.Language;

/// <summary>The adapter as it is deployed, its client's real pipeline included, against a service on this machine. Only waits between tries are shorter, and time-outs are the test's.</summary>
sealed class LanguageDesk : IAsyncDisposable
{
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    readonly HttpClientTransport transport = new(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });

    readonly LoggerFactory log = new([new TestLog(LogLevel.Warning)]);

    LanguageDesk(FakeLanguageService service) => Service = service;

    public FakeLanguageService Service { get; }

    public FakeTimeProvider Clock { get; } = new(Sample.Noon);

    public IBlobs Store { get; init; } = new MemoryBlobs();

    public static async Task<LanguageDesk> OpenAsync(params (string Words, string Category)[] known) => new(await FakeLanguageService.StartAsync(known));

    public LanguageEntities Finder(int perMinute = 60, int perDay = 5000, TokenCredential? identity = null, IBlobs? store = null)
    {
        var settings = new LanguageSettings(Service.Endpoint, Timeout, perMinute, perDay);
        var options = LanguageService.Options(settings, new CallBudget(new SpentCalls(store ?? Store, perDay, Clock), perMinute, Clock));
        options.Transport = transport;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        return new(new TextAnalyticsClient(settings.Endpoint, identity ?? new FakeIdentity(), options), Timeout, Clock, log.CreateLogger<LanguageEntities>());
    }

    /// <summary>Asks about the whole text, line by line.</summary>
    public Task<EntityAnswer> AskAsync(string text, string language = "en", CancellationToken cancel = default) =>
        Finder().FindAsync(Question(text, language), cancel);

    public static EntityQuestion Question(string text, string language = "en") => new(text, language, Lines(text));

    static ImmutableArray<Excerpt> Lines(string text)
    {
        var lines = ImmutableArray.CreateBuilder<Excerpt>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) lines.Add(new(start, end));
            start = end + 1;
        }
        return lines.ToImmutable();
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        transport.Dispose();
        log.Dispose();
    }
}

/// <summary>Always has a token; notes for what.</summary>
sealed class FakeIdentity : TokenCredential
{
    public List<string> Scopes { get; } = [];

    public override AccessToken GetToken(TokenRequestContext asked, CancellationToken cancel)
    {
        Scopes.AddRange(asked.Scopes);
        return new("a-token", TimeProvider.System.GetUtcNow().AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext asked, CancellationToken cancel) => new(GetToken(asked, cancel));
}
