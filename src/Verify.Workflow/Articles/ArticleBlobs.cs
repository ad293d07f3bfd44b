using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Articles;

/// <summary>The claims of one article as one version of the extractor read them.</summary>
public sealed record ArticleClaims(string Extractor, string Language, ImmutableArray<Reading> Claims);

/// <summary>What is kept of an article beside its journal: immutable once written.</summary>
sealed class ArticleBlobs(IBlobs blobs)
{
    public Task KeepRawAsync(ArticleId id, ReadOnlyMemory<byte> raw, CancellationToken cancel) => blobs.KeepAsync($"articles/{id}/raw", raw, cancel);

    public Task KeepTextAsync(ArticleId id, ArticleText text, CancellationToken cancel) => CreateAsync(TextName(id), text, WorkflowJson.Stored.ArticleText, cancel);

    public Task<ArticleText> TextAsync(ArticleId id, CancellationToken cancel) => ReadAsync(TextName(id), WorkflowJson.Stored.ArticleText, cancel);

    public Task KeepClaimsAsync(ArticleId id, ArticleClaims claims, CancellationToken cancel) =>
        CreateAsync(ClaimsName(id, claims.Extractor), claims, WorkflowJson.Stored.ArticleClaims, cancel);

    public Task<ArticleClaims> ClaimsAsync(ArticleId id, string extractor, CancellationToken cancel) =>
        ReadAsync(ClaimsName(id, extractor), WorkflowJson.Stored.ArticleClaims, cancel);

    /// <summary>Null where that version has not read the article.</summary>
    public async Task<ArticleClaims?> FindClaimsAsync(ArticleId id, string extractor, CancellationToken cancel) =>
        await blobs.ReadAsync(ClaimsName(id, extractor), cancel) is { } blob ? JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.ArticleClaims) : null;

    static string TextName(ArticleId id) => $"articles/{id}/text.json";

    static string ClaimsName(ArticleId id, string extractor) => $"articles/{id}/claims/{extractor}.json";

    Task CreateAsync<T>(string name, T value, JsonTypeInfo<T> json, CancellationToken cancel) =>
        blobs.KeepAsync(name, JsonSerializer.SerializeToUtf8Bytes(value, json), cancel);

    async Task<T> ReadAsync<T>(string name, JsonTypeInfo<T> json, CancellationToken cancel) where T : class
    {
        var blob = await blobs.ReadAsync(name, cancel) ?? throw new StoreException($"{name} is missing, and the article's journal says that it was written. Restore it from a backup.");
        return JsonSerializer.Deserialize(blob.Content.Span, json) ?? throw new StoreException($"{name} holds null.");
    }
}
