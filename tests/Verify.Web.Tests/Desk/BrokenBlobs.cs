using Verify.Workflow.Blobs;

namespace Verify.Web.Tests.Desk;

/// <summary>A store that answers nothing but this failure.</summary>
sealed class BrokenBlobs(Exception failure) : IBlobs
{
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) => throw failure;

    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default) => throw failure;

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) => throw failure;

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) => throw failure;

    public IAsyncEnumerable<string> ListAsync(string prefix, string? after = null, CancellationToken cancel = default) => throw failure;

    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) => throw failure;
}
