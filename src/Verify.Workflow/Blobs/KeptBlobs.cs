namespace Verify.Workflow.Blobs;

/// <summary>Creating what others will rely on.</summary>
static class KeptBlobs
{
    /// <summary>Creates a blob that is never changed. One that is there already is taken for it, once it is seen to be there.</summary>
    /// <returns>Whether this call made it.</returns>
    /// <exception cref="StoreException">The store refused as if it were there, and it is not: to be tried again.</exception>
    public static async Task<bool> KeepAsync(this IBlobs blobs, string name, ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        if (await blobs.CreateAsync(name, content, cancel)) return true;
        if (await blobs.ReadAsync(name, cancel) is null) throw new StoreException($"{name} was refused as if it were there, and it is not.");
        return false;
    }
}
