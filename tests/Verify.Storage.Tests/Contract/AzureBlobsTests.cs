using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Contract;

public sealed class AzureBlobsTests : BlobsContract
{
    protected override async Task<IBlobs> OpenAsync()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        return Stores.Open(azurite.NewAddress());
    }
}
