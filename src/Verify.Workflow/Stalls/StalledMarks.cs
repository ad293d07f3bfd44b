using System.Runtime.CompilerServices;
using System.Text.Json;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Stalls;

/// <summary>The processes that are stalled now, as names in the store: <c>stalled/{processId}</c>. Derived from the journals, but for those that cannot be read.</summary>
public sealed class StalledMarks(IBlobs blobs)
{
    internal const string Prefix = "stalled/";

    internal Task SetAsync(ProcessId id, Stalled stalled, CancellationToken cancel) => blobs.PutAsync(Prefix + id.Value, Content(stalled), cancel);

    internal static byte[] Content(Stalled stalled) => JsonSerializer.SerializeToUtf8Bytes(stalled, WorkflowJson.Stored.Stalled);

    internal Task RemoveAsync(ProcessId id, CancellationToken cancel) => blobs.DeleteAsync(Prefix + id.Value, cancel: cancel);

    internal Task<Stalled?> FindAsync(ProcessId id, CancellationToken cancel) => ReadAsync(Prefix + id.Value, cancel);

    /// <summary>In the order of their ids. What is no mark is passed over.</summary>
    internal async IAsyncEnumerable<(ProcessId Id, Stalled Stalled)> ListAsync(string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var name in blobs.ListAsync(Prefix, after is null ? null : Prefix + after, cancel))
            if (ProcessId.TryParse(name[Prefix.Length..], out var id) && await ReadAsync(name, cancel) is { } stalled) yield return (id, stalled);
    }

    async Task<Stalled?> ReadAsync(string name, CancellationToken cancel)
    {
        if (await blobs.ReadAsync(name, cancel) is not { } blob) return null;
        try
        {
            return JsonSerializer.Deserialize(blob.Content.Span, WorkflowJson.Stored.Stalled);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
