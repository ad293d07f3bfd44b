using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Containers;

/// <summary>The store in Azure: blobs written whole are block blobs, grown ones append blobs; a version is an ETag.</summary>
/// <remarks>
/// <para><paramref name="asking"/> retries what fails. <paramref name="writing"/> must not: the service may have done what it then
/// failed to answer, and the retry would be refused for that very success, which would make "false" a lie. It is told as a failure.</para>
/// <para>Order: the service lists by ordinal comparison in accounts without hierarchical namespace, and those are what this is for. It
/// lists from a prefix, so what lies before <c>after</c> is read and left out, 5,000 names an answer.</para>
/// </remarks>
internal sealed class AzureBlobs(AzureContainers asking, AzureContainers writing) : IBlobs
{
    // In front of the ETag of a grown blob, so that nobody replaces one: the service itself would not mind.
    const char Grown = '+';

    static readonly BlobErrorCode[] IsThere =
        [BlobErrorCode.BlobAlreadyExists, BlobErrorCode.ConditionNotMet, BlobErrorCode.BlobImmutableDueToPolicy];

    static readonly BlobErrorCode[] IsNowhere = [BlobErrorCode.BlobNotFound, BlobErrorCode.ContainerNotFound];

    static readonly BlobErrorCode[] IsAnother = [BlobErrorCode.ConditionNotMet, .. IsNowhere];

    static readonly BlobErrorCode[] EndsElsewhere = [BlobErrorCode.AppendPositionConditionNotMet];

    static readonly BlobErrorCode[] EndsElsewhereOrNowhere = [.. EndsElsewhere, .. IsNowhere];

    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) => Write(name, async place =>
    {
        await InContainer(place, () => place.Container.GetBlobClient(place.Rest).UploadAsync(
            BinaryData.FromBytes(content),
            new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } },
            cancel), cancel);
        return true;
    }, refused: false, IsThere, cancel);

    public Task<Blob?> ReadAsync(string name, CancellationToken cancel = default)
    {
        BlobRules.CheckName(name);
        var place = asking.Find(name);
        return AzureErrors.Told(place, async () =>
        {
            try
            {
                var read = (await place.Container.GetBlobClient(place.Rest).DownloadContentAsync(cancel)).Value;
                var content = read.Content.ToMemory();
                if (read.Details.BlobType != BlobType.Append)
                    return new Blob(content, Version(read.Details.ETag));
                return content.IsEmpty ? null : new Blob(content, Grown + Version(read.Details.ETag)) { IsGrown = true };
            }
            catch (RequestFailedException missing) when (missing.Is(IsNowhere))
            {
                return null;
            }
        }, cancel);
    }

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(version);
        return Write(name, async place =>
        {
            if (version[0] == Grown)
                throw BlobRules.WrongKind(name, grown: true);
            var replaced = await place.Container.GetBlobClient(place.Rest).UploadAsync(
                BinaryData.FromBytes(content), new BlobUploadOptions { Conditions = InVersion(version) }, cancel);
            return Version(replaced.Value.ETag);
        }, refused: null, IsAnother, cancel);
    }

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default)
    {
        BlobRules.CheckLines(lines.Span, position);
        return Write(name, async place =>
        {
            if (position == 0)
                await BeginAsync(name, cancel);
            try
            {
                using var content = new MemoryStream(lines.ToArray(), writable: false);
                await place.Container.GetAppendBlobClient(place.Rest).AppendBlockAsync(
                    content,
                    new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = position } },
                    cancel);
                return true;
            }
            catch (RequestFailedException error) when (error.Is(BlobErrorCode.InvalidBlobType))
            {
                throw BlobRules.WrongKind(name, grown: false);
            }
        }, refused: false, position == 0 ? EndsElsewhere : EndsElsewhereOrNowhere, cancel);
    }

    public async IAsyncEnumerable<string> ListAsync(
        string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        BlobRules.CheckPrefix(prefix);
        var (main, others) = asking.Holding(prefix);
        var beside = new Queue<AzurePlace>(others);
        if (main is not null)
            await foreach (var name in NamesAsync(main, after, cancel))
            {
                // All names of a container beside start with the same part, and none in the main one do: they stand here as a block.
                while (beside.TryPeek(out var next) && string.CompareOrdinal(next.Dropped, name) < 0)
                    await foreach (var inserted in NamesAsync(beside.Dequeue(), after, cancel))
                        yield return inserted;
                yield return name;
            }
        while (beside.TryDequeue(out var rest))
            await foreach (var name in NamesAsync(rest, after, cancel))
                yield return name;
    }

    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) => Write(name, async place =>
    {
        await place.Container.GetBlobClient(place.Rest).DeleteAsync(
            DeleteSnapshotsOption.None, version is null ? null : InVersion(version), cancel);
        return true;
    }, refused: false, IsAnother, cancel);

    static string Version(ETag etag) => etag.ToString("H");

    static BlobRequestConditions InVersion(string version) => new() { IfMatch = new ETag(version.TrimStart(Grown)) };

    /// <summary>Makes the empty append blob where there is none. It still counts as none, so whoever dies here has done nothing.</summary>
    Task BeginAsync(string name, CancellationToken cancel)
    {
        var place = asking.Find(name);
        return InContainer<Response<BlobContentInfo>?>(place, async () =>
        {
            try
            {
                return await place.Container.GetAppendBlobClient(place.Rest).CreateAsync(
                    new AppendBlobCreateOptions { Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All } }, cancel);
            }
            catch (RequestFailedException begun) when (begun.Is(BlobErrorCode.BlobAlreadyExists, BlobErrorCode.ConditionNotMet))
            {
                return null;
            }
        }, cancel);
    }

    async IAsyncEnumerable<string> NamesAsync(AzurePlace place, string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var blobs = place.Container.GetBlobsAsync(new GetBlobsOptions { Prefix = place.Rest }, cancel).GetAsyncEnumerator(cancel);
        await using var _ = blobs.ConfigureAwait(false);
        while (await AzureErrors.Told(place, () => NextAsync(blobs), cancel))
        {
            var (name, found) = (place.Dropped + blobs.Current.Name, blobs.Current.Properties);
            var isNone = found is { BlobType: BlobType.Append, ContentLength: 0 };
            if (!isNone && BlobRules.IsName(name) && (after is null || string.CompareOrdinal(name, after) > 0))
                yield return name;
        }
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

    Task<T> Write<T>(
        string name, Func<AzurePlace, Task<T>> write, T refused, BlobErrorCode[] refusals, CancellationToken cancel)
    {
        BlobRules.CheckName(name);
        var place = writing.Find(name);
        return AzureErrors.Told(place, async () =>
        {
            try
            {
                return await write(place);
            }
            catch (RequestFailedException error) when (error.Is(refusals))
            {
                return refused;
            }
        }, cancel);
    }

    /// <summary>A container is made when the first blob wants into it.</summary>
    async Task<T> InContainer<T>(AzurePlace place, Func<Task<T>> write, CancellationToken cancel)
    {
        try
        {
            return await write();
        }
        catch (RequestFailedException missing) when (missing.Is(BlobErrorCode.ContainerNotFound))
        {
            await asking.Find(place.Dropped + place.Rest).Container.CreateIfNotExistsAsync(cancellationToken: cancel);
            return await write();
        }
    }
}
