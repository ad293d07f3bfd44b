using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Verify.Storage.Containers;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Containers;

/// <summary>What the port does not show: where blobs are in Azure, and what becomes of strange ones.</summary>
public sealed class AzureBlobsPlaceTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("articles/a1/raw", "", "articles/a1/raw")]
    [InlineData("inbox", "", "inbox")]
    [InlineData("inbox/b.html", "-inbox", "b.html")]
    [InlineData("records/2026/11/a.json", "-records", "2026/11/a.json")]
    [InlineData("records-old/a", "", "records-old/a")]
    [InlineData("log/tile/0", "-log", "tile/0")]
    public async Task A_blob_is_in_the_container_for_its_kind(string name, string container, string blob)
    {
        var address = await AddressAsync();

        await Stores.Open(address).CreateAsync(name, new byte[] { 1 }, Cancel);

        Assert.True(await Service(address).GetBlobContainerClient(Container(address) + container).GetBlobClient(blob).ExistsAsync(Cancel));
    }

    [Fact]
    public async Task An_append_blob_without_a_line_is_no_blob_and_is_begun()
    {
        var address = await AddressAsync();
        var container = Service(address).GetBlobContainerClient(Container(address));
        await container.CreateAsync(cancellationToken: Cancel);
        await container.GetAppendBlobClient("journals/article/a1").CreateAsync(cancellationToken: Cancel);
        var store = Stores.Open(address);

        Assert.Null(await store.ReadAsync("journals/article/a1", Cancel));
        Assert.Empty(await store.ListAsync("", null, Cancel).ToListAsync(Cancel));
        Assert.True(await store.AppendAsync("journals/article/a1", "satu\n"u8.ToArray(), 0, Cancel));
    }

    [Fact]
    public async Task A_blob_that_the_port_cannot_name_is_not_listed()
    {
        var address = await AddressAsync();
        var container = Service(address).GetBlobContainerClient(Container(address) + "-inbox");
        await container.CreateAsync(cancellationToken: Cancel);
        await container.UploadBlobAsync("my article.html", BinaryData.FromString("x"), Cancel);

        Assert.Empty(await Stores.Open(address).ListAsync("", null, Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_is_named_with_the_blob()
    {
        var store = Stores.Open("http://127.0.0.1:9/devstoreaccount1/verify");

        var error = await Assert.ThrowsAsync<StoreException>(() => store.CreateAsync("records/2026/a", new byte[] { 1 }, Cancel));

        Assert.Equal("records/2026/a in verify-records on 127.0.0.1:9: could not be reached. Look at the address and the network.", error.Message);
    }

    [Fact]
    public async Task A_service_that_refuses_to_answer_us_says_what_to_do()
    {
        var store = Stores.Open((await AddressAsync()).Replace("devstoreaccount1", "somebodyelse", StringComparison.Ordinal));

        var error = await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync("articles/a1/raw", Cancel));

        Assert.Contains("articles/a1/raw in ", error.Message);
        Assert.Contains("the service answered 40", error.Message);
    }

    static async Task<string> AddressAsync()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        return azurite.NewAddress();
    }

    static string Container(string address) => address[(address.LastIndexOf('/') + 1)..];

    static BlobServiceClient Service(string address) => new(
        new Uri(address[..address.LastIndexOf('/')]), new StorageSharedKeyCredential("devstoreaccount1", AzureAddress.EmulatorKey));
}
