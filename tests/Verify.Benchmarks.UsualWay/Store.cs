using Azure.Storage.Blobs;

namespace Verify.Benchmarks.UsualWay;

/// <summary>A container for each kind of thing, as such apps have them.</summary>
sealed class Store
{
    public required BlobContainerClient Articles { get; init; }

    public required BlobContainerClient Claims { get; init; }

    public required BlobContainerClient Records { get; init; }

    public static async Task<Store> OpenAsync(BlobServiceClient service)
    {
        var store = new Store
        {
            Articles = service.GetBlobContainerClient("usual-articles"),
            Claims = service.GetBlobContainerClient("usual-claims"),
            Records = service.GetBlobContainerClient("usual-records"),
        };
        foreach (var container in (BlobContainerClient[])[store.Articles, store.Claims, store.Records]) await container.CreateIfNotExistsAsync();
        return store;
    }
}
