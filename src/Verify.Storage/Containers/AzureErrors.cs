using Azure;
using Azure.Identity;
using Azure.Storage.Blobs.Models;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Containers;

/// <summary>What the service said, told with the blob it is about and the way out.</summary>
internal static class AzureErrors
{
    /// <summary>Hands on the answer; every failure that is the store's becomes a <see cref="StoreException"/>.</summary>
    public static async Task<T> Told<T>(AzurePlace place, Func<Task<T>> ask, CancellationToken cancel)
    {
        try
        {
            return await ask();
        }
        catch (Exception error) when (error is RequestFailedException or AuthenticationFailedException or AggregateException or IOException
            || (error is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw Of(error, place);
        }
    }

    public static bool Is(this RequestFailedException error, params ReadOnlySpan<BlobErrorCode> codes)
    {
        foreach (var code in codes)
            if (error.ErrorCode == code)
                return true;
        return false;
    }

    static StoreException Of(Exception error, AzurePlace place)
    {
        // After its last retry the client library hands on all failures together; the last one says most.
        var last = error is AggregateException { InnerExceptions: [.., var inner] } ? inner : error;
        var where = $"{place.Dropped}{place.Rest} in {place.Container.Name} on {place.Container.Uri.Authority}";
        return new StoreException($"{where}: {Said(last)}", error);
    }

    static string Said(Exception error) => error switch
    {
        AuthenticationFailedException => "could not sign in. Give this machine a managed identity or sign in with \"az login\".",
        RequestFailedException { Status: 0 } => "could not be reached. Look at the address and the network.",
        RequestFailedException { Status: 401 or 403 } refused => $"{Answer(refused)}. Give this identity the role "
            + "\"Storage Blob Data Contributor\" on the account, and look at the account's network rules.",
        RequestFailedException full when full.Is(BlobErrorCode.BlockCountExceedsLimit) =>
            $"{Answer(full)}: it was appended to 50,000 times, which is all Azure allows.",
        RequestFailedException { Status: 429 or >= 500 } busy => $"{Answer(busy)}. Try again in a while.",
        RequestFailedException failed => $"{Answer(failed)}.",
        OperationCanceledException => "did not answer in time. Try again in a while.",
        _ => error.Message,
    };

    static string Answer(RequestFailedException error) => $"the service answered {error.Status} {error.ErrorCode}".TrimEnd();
}
