using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Quarantine;

/// <summary>How an input left the quarantine. Written before its bytes go.</summary>
/// <param name="By">The operator's pseudonym.</param>
/// <param name="Code">What it had been refused for.</param>
/// <param name="Reason">Why it was discarded; null, and not written, for one that was released.</param>
/// <param name="Article">The article that it became; null, and not written, for one that was discarded.</param>
public sealed record QuarantineEnd(
    string Id, DateTimeOffset At, string By, string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ArticleId? Article = null);

/// <summary>An entry of the quarantine as it is kept: <c>quarantine/{id}/raw</c>, <c>reason.json</c>, and <c>released.json</c> or <c>discarded.json</c>.</summary>
sealed class QuarantineBlobs(IBlobs blobs)
{
    public const string Prefix = "quarantine/";
    public const string ReasonName = "/reason.json";
    public const string RawName = "/raw";

    const string Released = "/released.json";
    const string Discarded = "/discarded.json";

    public static bool IsId(string id) => ArticleId.TryParse(id, out _); // of the same shape

    public Task<QuarantinedInput?> FindAsync(string id, CancellationToken cancel) => ReadAsync($"{Prefix}{id}{ReasonName}", WorkflowJson.Stored.QuarantinedInput, cancel);

    public Task<Blob?> RawAsync(string id, CancellationToken cancel) => blobs.ReadAsync($"{Prefix}{id}{RawName}", cancel);

    public Task<QuarantineEnd?> ReleasedAsync(string id, CancellationToken cancel) => ReadAsync($"{Prefix}{id}{Released}", WorkflowJson.Stored.QuarantineEnd, cancel);

    public Task<QuarantineEnd?> DiscardedAsync(string id, CancellationToken cancel) => ReadAsync($"{Prefix}{id}{Discarded}", WorkflowJson.Stored.QuarantineEnd, cancel);

    /// <summary>Says how the entry ended, then removes the bytes and, last, what lists it: cut off, it is still listed and ended again.</summary>
    public async Task EndAsync(QuarantineEnd end, CancellationToken cancel)
    {
        var name = $"{Prefix}{end.Id}{(end.Article is null ? Discarded : Released)}";
        await blobs.KeepAsync(name, JsonSerializer.SerializeToUtf8Bytes(end, WorkflowJson.Stored.QuarantineEnd), cancel);
        await RemoveAsync(end.Id, cancel);
    }

    public async Task RemoveAsync(string id, CancellationToken cancel)
    {
        await blobs.DeleteAsync($"{Prefix}{id}{RawName}", cancel: cancel);
        await blobs.DeleteAsync($"{Prefix}{id}{ReasonName}", cancel: cancel);
    }

    public static Refusal NotFound(string id) =>
        new(RefusalKind.NotFound, "quarantineNotFound", $"Nothing is in quarantine as \"{id}\". GET /api/quarantine or \"verify quarantine list\" lists what is.");

    async Task<T?> ReadAsync<T>(string name, JsonTypeInfo<T> json, CancellationToken cancel) where T : class =>
        await blobs.ReadAsync(name, cancel) is { } blob ? JsonSerializer.Deserialize(blob.Content.Span, json) : null;
}
