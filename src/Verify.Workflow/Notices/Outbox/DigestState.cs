using System.Collections.Immutable;
using System.Text.Json;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Notices.Outbox;

/// <summary>How far one receiver was told of new claims.</summary>
/// <param name="At">When the last digest was made, or the receiver first seen: what waited then is not new.</param>
/// <param name="Told">Claims that opened shortly before and were in the queue then. A claim may come into the queue later than it was opened.</param>
public sealed record DigestState(DateTimeOffset At, ImmutableArray<ClaimId> Told);

/// <summary>As they are kept: <c>outbox/digests/{receiver}</c>.</summary>
sealed class DigestStates(IBlobs blobs)
{
    const string Prefix = "outbox/digests/";

    /// <summary>Null where there is none that can be read; the version then says what a new one replaces.</summary>
    public async Task<(DigestState? State, string? Version)> FindAsync(string receiver, CancellationToken cancel)
    {
        if (await blobs.ReadAsync(Prefix + receiver, cancel) is not { } blob) return (null, null);
        try
        {
            return (JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.DigestState) is { Told.IsDefault: false } read ? read : null, blob.Version);
        }
        catch (JsonException)
        {
            return (null, blob.Version);
        }
    }

    /// <summary>Changes nothing where somebody else was faster.</summary>
    public async Task KeepAsync(string receiver, DigestState state, string? version, CancellationToken cancel)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(state, WorkflowJson.Stored.DigestState);
        if (version is null) await blobs.CreateAsync(Prefix + receiver, content, cancel);
        else await blobs.ReplaceAsync(Prefix + receiver, content, version, cancel);
    }

    public Task RemoveAsync(string receiver, CancellationToken cancel) => blobs.DeleteAsync(Prefix + receiver, cancel: cancel);
}
