using Verify.Testing.Blobs;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Contract;

public sealed class MemoryBlobsTests : BlobsContract
{
    protected override Task<IBlobs> OpenAsync() => Task.FromResult<IBlobs>(new MemoryBlobs());
}
