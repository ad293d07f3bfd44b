using System.Diagnostics.CodeAnalysis;
using Verify.Storage.Containers;
using Verify.Storage.Folders;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;

namespace Verify.Storage;

/// <summary>The door: an address becomes a store.</summary>
/// <remarks>
/// An address is the path of a folder, or of an Azure container: <c>https://{account}.blob.core.windows.net/{container}</c>, opened with
/// the identity that the machine has (or with the account SAS behind it), or <c>http://127.0.0.1:{port}/{account}/{container}</c> of an
/// emulator on this machine. Opening asks nothing of the store: whether it can be reached shows with the first verb.
/// </remarks>
public static class Stores
{
    /// <exception cref="StoreException">The address is neither a folder's nor a container's; the message says why.</exception>
    public static IBlobs Open(string address) =>
        TryOpen(address, out var store, out var error) ? store : throw new StoreException(error);

    /// <summary>False, with a sentence that names the address and the way out, when it is neither a folder's nor a container's.</summary>
    public static bool TryOpen(string address, [NotNullWhen(true)] out IBlobs? store, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(address);
        store = null;
        error = address switch
        {
            _ when string.IsNullOrWhiteSpace(address) || address.Contains('\0') =>
                "No data folder is given: name a folder or a container's address.",
            _ when IsConnectionString(address) => $"A connection string is no address. {AzureAddress.Example}",
            _ when File.Exists(address) => $"{address} is a file, and the data folder must be a folder. Choose another name.",
            _ => null,
        };
        if (error is null && !IsContainer(address))
            store = new FolderBlobs(address);
        else if (error is null && AzureAddress.TryParse(address, out var azure, out error))
            store = azure.Open();
        return store is not null;
    }

    /// <summary>A sentence when what is kept at one address is, or may come to be, kept at the other too; null when they are apart.</summary>
    /// <exception cref="StoreException">One of them is no address.</exception>
    public static string? WhyNotApart(string one, string other)
    {
        Open(one);
        Open(other);
        if (IsContainer(one) != IsContainer(other)) return null;
        return IsContainer(one) ? AzureAddress.WhyNotApart(one, other) : FolderPlace.WhyNotApart(one, other);
    }

    /// <summary>An address that anybody may see: without the signature that opens it.</summary>
    public static string Shown(string address) => IsContainer(address) ? address.Split('?')[0] : address;

    /// <summary>Whether the address is of a container; else it is of a folder.</summary>
    public static bool IsContainer(string address) => address.Contains("://", StringComparison.Ordinal);

    /// <summary>The drop container of a store, <c>{container}-inbox</c>; null where the store is a folder, whose inbox is a folder too.</summary>
    /// <exception cref="StoreException">The address is neither a folder's nor a container's; the message says why.</exception>
    public static IInboxBlobs? OpenInbox(string address)
    {
        if (!TryOpen(address, out var store, out var error)) throw new StoreException(error);
        return store is AzureBlobs && AzureAddress.TryParse(address, out var azure, out _) ? azure.OpenInbox() : null;
    }

    static bool IsConnectionString(string address) =>
        address.Contains("AccountName=", StringComparison.OrdinalIgnoreCase)
        || address.StartsWith("UseDevelopmentStorage=", StringComparison.OrdinalIgnoreCase);
}
