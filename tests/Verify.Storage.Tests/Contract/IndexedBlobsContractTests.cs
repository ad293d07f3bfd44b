using Verify.Storage.Indexing;
using Verify.Testing.Blobs;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Contract;

/// <summary>A store whose names are all in memory keeps what every store keeps.</summary>
public sealed class IndexedBlobsContractTests : BlobsContract
{
    protected override Task<IBlobs> OpenAsync() => Task.FromResult<IBlobs>(new IndexedBlobs(new MemoryBlobs(), ""));

    protected override ValueTask CloseAsync() => ValueTask.CompletedTask;
}
