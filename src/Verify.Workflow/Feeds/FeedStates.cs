using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Feeds;

/// <summary>The states of feeds in the store. Losing one costs that its newest items are submitted again, which changes nothing.</summary>
sealed class FeedStates(IBlobs blobs)
{
    /// <summary>The state and its version. No state where none was written or it cannot be read; no version where there is nothing to replace.</summary>
    public async Task<(FeedState? State, string? Version)> LoadAsync(string address, CancellationToken cancel)
    {
        if (await blobs.ReadAsync(NameOf(address), cancel) is not { } blob) return (null, null);
        try
        {
            var state = JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.FeedState);
            return (state?.Address == address && !state.Known.IsDefault ? state : null, blob.Version);
        }
        catch (JsonException)
        {
            return (null, blob.Version);
        }
    }

    /// <returns>The new version; null, and nothing written, when somebody else wrote since.</returns>
    public async Task<string?> SaveAsync(FeedState state, string? version, CancellationToken cancel)
    {
        var (name, content) = (NameOf(state.Address), JsonSerializer.SerializeToUtf8Bytes(state, WorkflowJson.Stored.FeedState));
        if (version is not null) return await blobs.ReplaceAsync(name, content, version, cancel);
        if (!await blobs.CreateAsync(name, content, cancel) || await blobs.ReadAsync(name, cancel) is not { } created) return null;
        return created.Content.Span.SequenceEqual(content) ? created.Version : null;
    }

    static string NameOf(string address) => $"feeds/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))}.json";
}
