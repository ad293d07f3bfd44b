using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Workflow.Telemetry;

/// <summary>Counts what is asked of a store, and how it answers.</summary>
public sealed class MeasuredBlobs(IBlobs store) : IBlobs
{
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) =>
        CountAsync("create", store.CreateAsync(name, content, cancel), done => done ? Ok : Refused);

    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default) =>
        CountAsync("read", store.ReadAsync(name, cancel), blob => blob is null ? "missing" : Ok);

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) =>
        CountAsync("replace", store.ReplaceAsync(name, content, version, cancel), done => done is null ? Refused : Ok);

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) =>
        CountAsync("append", store.AppendAsync(name, lines, position, cancel), done => done ? Ok : Refused);

    /// <summary>One request, however many names.</summary>
    public async IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var names = store.ListAsync(prefix, after, cancel).GetAsyncEnumerator(cancel);
        var isFirst = true;
        while (isFirst ? await CountAsync("list", names.MoveNextAsync().AsTask(), _ => Ok) : await names.MoveNextAsync())
        {
            isFirst = false;
            yield return names.Current;
        }
    }

    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) =>
        CountAsync("delete", store.DeleteAsync(name, version, cancel), done => done ? Ok : "missing");

    const string Ok = "ok";
    const string Refused = "refused";

    static async Task<T> CountAsync<T>(string verb, Task<T> asked, Func<T, string> outcome)
    {
        try
        {
            var answer = await asked;
            DeskMetrics.StoreAnswered(verb, outcome(answer));
            return answer;
        }
        catch (Exception failed)
        {
            DeskMetrics.StoreAnswered(verb, failed is OperationCanceledException ? "cancelled" : "failed");
            throw;
        }
    }
}
