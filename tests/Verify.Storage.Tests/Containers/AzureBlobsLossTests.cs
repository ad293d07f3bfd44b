using System.Text;
using Azure.Core;
using Verify.Storage.Containers;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Containers;

/// <summary>An answer lost on the way must never come back as a "false" that is none.</summary>
public sealed class AzureBlobsLossTests
{
    const string Name = "articles/a1/raw";
    const string Journal = "journals/article/a1";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static readonly byte[] Line = Encoding.ASCII.GetBytes("satu\n");

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_told_as_a_failure()
    {
        var (store, network) = await OpenAsync(request => request.Method == RequestMethod.Put && !IsContainer(request));

        await Assert.ThrowsAsync<StoreException>(() => CreateAsync(store));

        Assert.True(network.HasLost);
        Assert.NotNull(await store.ReadAsync(Name, Cancel));
    }

    [Fact]
    public async Task A_replacement_whose_answer_was_lost_is_told_as_a_failure()
    {
        var armed = false;
        var (store, network) = await OpenAsync(request => armed && request.Method == RequestMethod.Put);
        await CreateAsync(store);
        var version = (await store.ReadAsync(Name, Cancel))!.Version;
        armed = true;

        await Assert.ThrowsAsync<StoreException>(() => store.ReplaceAsync(Name, Line, version, Cancel));

        Assert.True(network.HasLost);
        Assert.NotEqual(version, (await store.ReadAsync(Name, Cancel))!.Version);
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_told_as_a_failure_and_happened_once()
    {
        var (store, network) = await OpenAsync(request => request.Uri.Query.Contains("comp=appendblock", StringComparison.Ordinal));

        await Assert.ThrowsAsync<StoreException>(() => store.AppendAsync(Journal, Line, 0, Cancel));

        Assert.True(network.HasLost);
        Assert.Equal(Line, (await store.ReadAsync(Journal, Cancel))!.Content.ToArray());
    }

    [Fact]
    public async Task A_grown_blob_whose_beginning_was_not_answered_is_begun_all_the_same()
    {
        var (store, network) = await OpenAsync(request =>
            request.Method == RequestMethod.Put && !IsContainer(request) && request.Uri.Query.Length == 0);

        Assert.True(await store.AppendAsync(Journal, Line, 0, Cancel));

        Assert.True(network.HasLost);
        Assert.Equal(Line, (await store.ReadAsync(Journal, Cancel))!.Content.ToArray());
    }

    [Fact]
    public async Task A_removal_whose_answer_was_lost_is_told_as_a_failure()
    {
        var (store, network) = await OpenAsync(request => request.Method == RequestMethod.Delete);
        await CreateAsync(store);

        await Assert.ThrowsAsync<StoreException>(() => store.DeleteAsync(Name, null, Cancel));

        Assert.True(network.HasLost);
        Assert.Null(await store.ReadAsync(Name, Cancel));
    }

    [Fact]
    public async Task A_question_whose_answer_was_lost_is_asked_again()
    {
        var (store, network) = await OpenAsync(request => request.Method == RequestMethod.Get);
        await CreateAsync(store);

        Assert.NotNull(await store.ReadAsync(Name, Cancel));

        Assert.True(network.HasLost);
    }

    static Task<bool> CreateAsync(AzureBlobs store) => store.CreateAsync(Name, new byte[] { 1 }, Cancel);

    static bool IsContainer(Request request) => request.Uri.Query.Contains("restype=container", StringComparison.Ordinal);

    static async Task<(AzureBlobs Store, LossyTransport Network)> OpenAsync(Func<Request, bool> loses)
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        Assert.True(AzureAddress.TryParse(azurite.NewAddress(), out var address, out _));

        // The container is there already, so that the first write is the one that counts.
        await address.Open().CreateAsync("first", Line, Cancel);
        var network = new LossyTransport(loses);
        return (address.Open(network), network);
    }
}
