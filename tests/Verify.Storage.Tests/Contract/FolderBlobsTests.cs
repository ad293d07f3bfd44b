using Verify.Storage.Folders;
using Verify.Storage.Tests.Folders;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Contract;

public sealed class FolderBlobsTests : BlobsContract
{
    readonly TemporaryFolder folder = new();

    protected override Task<IBlobs> OpenAsync() => Task.FromResult<IBlobs>(new FolderBlobs(folder.Path));

    protected override ValueTask CloseAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
