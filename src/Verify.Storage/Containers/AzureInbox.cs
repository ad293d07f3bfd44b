using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Verify.Workflow.Inbox;
using Verify.Workflow.Ports;

namespace Verify.Storage.Containers;

/// <summary>The drop container in Azure. Its own client, for in this one names keep the slashes that they begin or end with.</summary>
internal sealed class AzureInbox(BlobContainerClient container) : IInboxBlobs
{
    // Where a Data Lake has folders, the blob service shows each as an empty blob with this mark.
    const string FolderMark = "hdi_isfolder";

    static readonly BlobErrorCode[] IsNowhere = [BlobErrorCode.BlobNotFound, BlobErrorCode.ContainerNotFound];

    public string Container => container.Name;

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancel = default) =>
        AzureErrors.Told(Place(""), () => container.CreateIfNotExistsAsync(cancellationToken: cancel), cancel);

    /// <inheritdoc/>
    public async IAsyncEnumerable<InboxEntry> ListAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        var blobs = container.GetBlobsAsync(new GetBlobsOptions { Traits = BlobTraits.Metadata }, cancel).GetAsyncEnumerator(cancel);
        await using var _ = blobs.ConfigureAwait(false);
        while (await AzureErrors.Told(Place(""), () => NextAsync(blobs), cancel))
        {
            var (blob, found) = (blobs.Current, blobs.Current.Properties);
            if (IsFolder(blob.Metadata) || found.ETag is not { } etag) continue;
            yield return new(blob.Name, found.ContentLength ?? 0, etag.ToString("H"), found.LastModified ?? DateTimeOffset.MinValue);
        }
    }

    /// <inheritdoc/>
    public Task<InboxReading> ReadAsync(string name, CancellationToken cancel = default)
    {
        CheckName(name);
        return AzureErrors.Told(Place(name), async () =>
        {
            try
            {
                // Its head says how long it is; the bytes of one that is too long are never asked off the wire.
                using var download = (await container.GetBlobClient(name).DownloadStreamingAsync(cancellationToken: cancel)).Value;
                return await ReadAsync(download, cancel);
            }
            catch (RequestFailedException missing) when (missing.Is(IsNowhere))
            {
                return new InboxReading.Gone();
            }
            catch (RequestFailedException withheld) when (withheld.Status == 409)
            {
                return new InboxReading.Unreadable($"the service answered 409 {withheld.ErrorCode}");
            }
        }, cancel);
    }

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(string name, string etag, CancellationToken cancel = default)
    {
        CheckName(name);
        return AzureErrors.Told(Place(name), async () =>
        {
            try
            {
                await container.GetBlobClient(name).DeleteAsync(
                    DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { IfMatch = new ETag(etag) }, cancel);
                return true;
            }
            // 412: another version, or a lease on this one. 409: a policy holds it.
            catch (RequestFailedException not) when (not.Status is 409 or 412 || not.Is(IsNowhere))
            {
                return false;
            }
        }, cancel);
    }

    static async Task<InboxReading> ReadAsync(BlobDownloadStreamingResult download, CancellationToken cancel)
    {
        var told = download.Details;
        if (IsFolder(told.Metadata)) return new InboxReading.Gone();
        if (told.ContentLength > ArticleLimits.MostBytes) return new InboxReading.TooLarge(told.ContentLength);
        var bytes = new byte[told.ContentLength];
        await download.Content.ReadExactlyAsync(bytes, cancel);
        return new InboxReading.Content(
            bytes, string.IsNullOrEmpty(told.ContentType) ? null : told.ContentType, told.ETag.ToString("H"), told.LastModified,
            IsGrowing: told.BlobType != BlobType.Block || told is { CopyId: not null, CopyStatus: CopyStatus.Pending });
    }

    static async Task<bool> NextAsync(IAsyncEnumerator<BlobItem> blobs)
    {
        try
        {
            return await blobs.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.Is(BlobErrorCode.ContainerNotFound))
        {
            return false;
        }
    }

    static bool IsFolder(IDictionary<string, string>? metadata) =>
        metadata is not null && metadata.TryGetValue(FolderMark, out var value) && value.Equals("true", StringComparison.OrdinalIgnoreCase);

    static void CheckName(string name)
    {
        if (!InboxNames.IsName(name)) throw new ArgumentException($"\"{InboxNames.Shown(name)}\" is no name of a dropped blob.", nameof(name));
    }

    AzurePlace Place(string name) => new(container, "inbox/", InboxNames.Shown(name));
}
