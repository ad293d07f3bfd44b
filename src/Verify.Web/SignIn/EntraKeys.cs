using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Verify.Web.SignIn;

/// <summary>
/// The keys that the directory publishes for its tokens. Asked for when they are first needed, when they are half a day old, and when a
/// token names one that is not among them; then not again for a while, so that forged tokens cannot make the desk ask and ask.
/// </summary>
/// <remarks>Thread-safe. One question is under way at most, and whoever needs its answer waits for it; whoever has a key that is fresh does not.</remarks>
sealed partial class EntraKeys : IDisposable
{
    /// <summary>How long keys are believed without asking.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <summary>How long they are believed at most, when the directory does not answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Between two questions.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>Between two questions when the first was not answered.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);

    static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    const int LargestAnswer = 1024 * 1024;

    readonly EntraOptions options;
    readonly TimeProvider clock;
    readonly ILogger<EntraKeys> log;
    readonly HttpClient http;
    readonly HttpDocumentRetriever documents;
    readonly Lock gate = new();
    volatile Kept? kept;
    Task? asking;
    DateTimeOffset notBefore = DateTimeOffset.MinValue;

    public EntraKeys(EntraOptions options, TimeProvider clock, ILogger<EntraKeys> log)
    {
        (this.options, this.clock, this.log) = (options, clock, log);
        http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = Pause })
        {
            Timeout = LongestAnswer,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        documents = new(http) { RequireHttps = options.MetadataAddress is null };
    }

    /// <summary>The key of that id, or null where the directory has none; false when the directory cannot be asked.</summary>
    public async ValueTask<(bool IsKnown, SecurityKey? Key)> FindAsync(string id, CancellationToken cancel)
    {
        if (kept is { } fresh && Age(fresh) < Fresh && fresh.Keys.TryGetValue(id, out var key)) return (true, key);
        await AskAsync().WaitAsync(cancel);
        return kept is { } asked && Age(asked) < Longest ? (true, asked.Keys.GetValueOrDefault(id)) : (false, null);
    }

    public void Dispose() => http.Dispose();

    TimeSpan Age(Kept keys) => clock.GetUtcNow() - keys.At;

    Task AskAsync()
    {
        lock (gate)
        {
            if (asking is { IsCompleted: false }) return asking;
            return clock.GetUtcNow() < notBefore ? Task.CompletedTask : asking = AskNowAsync();
        }
    }

    async Task AskNowAsync()
    {
        var pause = Retry;
        try
        {
            // Nobody's request alone: it is not cancelled with one.
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(options.Metadata, documents, CancellationToken.None);
            kept = new(Usable(metadata), clock.GetUtcNow());
            pause = Pause;
        }
        catch (Exception failed)
        {
            NotAnswered(options.Metadata, failed.GetBaseException().Message);
        }
        lock (gate) notBefore = clock.GetUtcNow() + pause;
    }

    FrozenDictionary<string, SecurityKey> Usable(OpenIdConnectConfiguration metadata)
    {
        if (metadata.Issuer != options.Issuer)
            throw new InvalidDataException($"it says that it is of {metadata.Issuer}, not of {options.Issuer}.");
        var keys = metadata.JsonWebKeySet.Keys.Where(IsUsable).DistinctBy(key => key.Kid).ToFrozenDictionary(key => key.Kid, SecurityKey (key) => key, StringComparer.Ordinal);
        return keys.Count > 0 ? keys : throw new InvalidDataException("it lists no key that signs tokens of this directory.");
    }

    // The service lists keys of other issuers too, and says so beside each: such a key signs no token of this directory.
    bool IsUsable(JsonWebKey key) =>
        key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or JsonWebKeyUseNames.Sig && !string.IsNullOrEmpty(key.Kid)
        && (!key.AdditionalData.TryGetValue("issuer", out var issuer)
            || issuer.ToString()!.Replace("{tenantid}", options.Tenant, StringComparison.Ordinal) == options.Issuer);

    sealed record Kept(FrozenDictionary<string, SecurityKey> Keys, DateTimeOffset At);

    [LoggerMessage(1201, LogLevel.Warning, "The directory's keys could not be read from {Address}, and are asked for again when the next token needs them: {Reason}")]
    partial void NotAnswered(string address, string reason);
}
