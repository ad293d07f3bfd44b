using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Verify.Storage.Containers;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;
using Verify.Workflow.Ports;

namespace Verify.Storage.Tests.Containers;

/// <summary>Everything that strangers can put into the drop container, under every name that Azure lets them choose.</summary>
public sealed class AzureInboxTests : IAsyncLifetime
{
    const string Name = "laporan.txt";

    string address = "";
    BlobServiceClient service = null!;
    IInboxBlobs inbox = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    BlobContainerClient Dropped => service.GetBlobContainerClient(inbox.Container);

    public async ValueTask InitializeAsync()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        address = azurite.NewAddress();
        service = new(
            new Uri(azurite.Service!), new StorageSharedKeyCredential("devstoreaccount1", AzureAddress.EmulatorKey),
            new BlobClientOptions { TrimBlobNameSlashes = false });
        inbox = Stores.OpenInbox(address)!;
        await Dropped.CreateAsync(cancellationToken: Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task<string> DropAsync(string name, string text = "x", string? type = null)
    {
        var options = new BlobUploadOptions { HttpHeaders = type is null ? null : new BlobHttpHeaders { ContentType = type } };
        return (await Dropped.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), options, Cancel)).Value.ETag.ToString("H");
    }

    async Task<InboxReading.Content> ContentAsync(string name) => Assert.IsType<InboxReading.Content>(await inbox.ReadAsync(name, Cancel));

    [Fact]
    public void It_is_the_container_beside_the_main_one() => Assert.EndsWith($"{address[(address.LastIndexOf('/') + 1)..]}-inbox", inbox.Container);

    [Fact]
    public void A_folder_has_no_drop_container() => Assert.Null(Stores.OpenInbox("data"));

    [Theory]
    [InlineData("ftp://desk/verify")]
    [InlineData("")]
    public void An_address_that_is_none_is_refused_as_by_the_store(string wrong) =>
        Assert.Equal(Assert.Throws<StoreException>(() => Stores.Open(wrong)).Message, Assert.Throws<StoreException>(() => Stores.OpenInbox(wrong)).Message);

    [Theory]
    [InlineData("laporan banjir 2026 (final).txt")]
    [InlineData("Redaksi/2026/03/laporan.html")]
    [InlineData("/begins with a slash")]
    [InlineData("ends with a slash/")]
    [InlineData("a//b")]
    [InlineData("100% benar?.txt")]
    [InlineData("naik%20turun.txt")]
    [InlineData("a+b&c=d#e;f,g!h'i(j)*k$l@m~n^o`p{q}r[s]t<u>v|w\"x.txt")]
    [InlineData("%2e%2e/secret")]
    [InlineData("...")]
    [InlineData(".hidden")]
    [InlineData("ends with a dot.")]
    [InlineData("รายงาน/報告書 — тест 📈.txt")]
    [InlineData("e\u0301\u200f\u202egnp.txt")]
    [InlineData(" spaces around ")]
    [InlineData("CON")]
    public async Task A_blob_is_listed_read_and_removed_under_the_name_it_was_given(string name)
    {
        var etag = await DropAsync(name, "Isi");

        var entry = Assert.Single(await inbox.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal((name, 3L, etag), (entry.Name, entry.Bytes, entry.ETag));
        var content = await ContentAsync(name);
        Assert.Equal("Isi"u8.ToArray(), content.Bytes.ToArray());
        Assert.Equal((etag, entry.Modified, false), (content.ETag, content.Modified, content.IsGrowing));
        Assert.True(await inbox.RemoveAsync(name, etag, Cancel));
        Assert.IsType<InboxReading.Gone>(await inbox.ReadAsync(name, Cancel));
    }

    [Theory]
    [InlineData("../{main}/articles/a1/raw")]
    [InlineData("a/../../{main}/articles/a1/raw")]
    [InlineData("..\\{main}\\articles\\a1\\raw")]
    [InlineData("./laporan.txt")]
    [InlineData("")]
    public async Task No_name_leads_out_of_the_container(string name)
    {
        name = name.Replace("{main}", address[(address.LastIndexOf('/') + 1)..], StringComparison.Ordinal);
        var store = Stores.Open(address);
        await store.CreateAsync("articles/a1/raw", "kept"u8.ToArray(), Cancel);

        await Assert.ThrowsAsync<ArgumentException>(() => inbox.ReadAsync(name, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => inbox.RemoveAsync(name, "0x1", Cancel));
        Assert.NotNull(await store.ReadAsync("articles/a1/raw", Cancel));
    }

    [Fact]
    public async Task The_media_type_comes_as_it_was_declared()
    {
        await DropAsync(Name, type: "Text/HTML; charset=windows-1252");

        Assert.Equal("Text/HTML; charset=windows-1252", (await ContentAsync(Name)).MediaType);
    }

    [Theory]
    [InlineData(ArticleLimits.MostBytes, true)]
    [InlineData(ArticleLimits.MostBytes + 1, false)]
    public async Task Up_to_the_limit_is_read_and_more_is_told(int bytes, bool isRead)
    {
        await Dropped.GetBlobClient(Name).UploadAsync(BinaryData.FromBytes(new byte[bytes]), Cancel);

        var reading = await inbox.ReadAsync(Name, Cancel);

        if (isRead) Assert.Equal(bytes, Assert.IsType<InboxReading.Content>(reading).Bytes.Length);
        else Assert.Equal(new InboxReading.TooLarge(bytes), reading);
    }

    [Fact]
    public async Task Another_version_is_not_removed()
    {
        var old = await DropAsync(Name, "satu");
        var current = await DropAsync(Name, "dua");

        Assert.False(await inbox.RemoveAsync(Name, old, Cancel));
        Assert.Equal(current, (await ContentAsync(Name)).ETag);
    }

    [Fact]
    public async Task What_is_gone_is_not_removed_twice()
    {
        var etag = await DropAsync(Name);
        Assert.True(await inbox.RemoveAsync(Name, etag, Cancel));

        Assert.False(await inbox.RemoveAsync(Name, etag, Cancel));
    }

    [Fact]
    public async Task What_somebody_holds_by_a_lease_is_read_and_stays()
    {
        var etag = await DropAsync(Name);
        await Dropped.GetBlobClient(Name).GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration, cancellationToken: Cancel);

        Assert.IsType<InboxReading.Content>(await inbox.ReadAsync(Name, Cancel));
        Assert.False(await inbox.RemoveAsync(Name, etag, Cancel));
        Assert.IsType<InboxReading.Content>(await inbox.ReadAsync(Name, Cancel));
    }

    [Fact]
    public async Task A_blob_goes_with_its_snapshots()
    {
        var etag = await DropAsync(Name);
        await Dropped.GetBlobClient(Name).CreateSnapshotAsync(cancellationToken: Cancel);

        Assert.True(await inbox.RemoveAsync(Name, etag, Cancel));
    }

    [Fact]
    public async Task A_blob_that_grows_says_so()
    {
        var growing = Dropped.GetAppendBlobClient(Name);
        await growing.CreateAsync(cancellationToken: Cancel);
        await growing.AppendBlockAsync(new MemoryStream("satu"u8.ToArray()), cancellationToken: Cancel);

        Assert.True((await ContentAsync(Name)).IsGrowing);
    }

    [Fact]
    public async Task An_archived_blob_is_told_with_what_the_service_said()
    {
        await DropAsync(Name);
        await Dropped.GetBlobClient(Name).SetAccessTierAsync(AccessTier.Archive, cancellationToken: Cancel);

        Assert.Equal(new InboxReading.Unreadable("the service answered 409 BlobArchived"), await inbox.ReadAsync(Name, Cancel));
    }

    [Fact]
    public async Task A_folder_of_a_data_lake_is_nothing_that_was_dropped()
    {
        await Dropped.GetBlobClient("2026").UploadAsync(
            BinaryData.FromString(""), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["hdi_isfolder"] = "true" } }, Cancel);

        Assert.Empty(await inbox.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.IsType<InboxReading.Gone>(await inbox.ReadAsync("2026", Cancel));
    }

    [Fact]
    public async Task A_container_that_is_missing_holds_nothing()
    {
        await Dropped.DeleteAsync(cancellationToken: Cancel);

        Assert.Empty(await inbox.ListAsync(Cancel).ToListAsync(Cancel));
        Assert.IsType<InboxReading.Gone>(await inbox.ReadAsync(Name, Cancel));
        Assert.False(await inbox.RemoveAsync(Name, "0x1", Cancel));
    }

    [Fact]
    public async Task It_is_made_where_it_is_missing_and_left_as_it_is_where_it_is_not()
    {
        await DropAsync(Name);
        await inbox.OpenAsync(Cancel);
        Assert.Single(await inbox.ListAsync(Cancel).ToListAsync(Cancel));

        var other = Stores.OpenInbox(address + "b")!;
        await other.OpenAsync(Cancel);
        Assert.True(await service.GetBlobContainerClient(other.Container).ExistsAsync(Cancel));
    }

    [Fact]
    public async Task A_service_that_refuses_to_answer_us_is_named_with_the_blob_and_no_trick_in_its_name()
    {
        var refused = Stores.OpenInbox(address.Replace("devstoreaccount1", "somebodyelse", StringComparison.Ordinal))!;

        var error = await Assert.ThrowsAsync<StoreException>(() => refused.ReadAsync("a\r\nb.txt", Cancel));

        Assert.StartsWith("inbox/a__b~", error.Message);
        Assert.Contains($" in {refused.Container} on ", error.Message);
        await Assert.ThrowsAsync<StoreException>(() => refused.RemoveAsync(Name, "0x1", Cancel));
        await Assert.ThrowsAsync<StoreException>(async () => await refused.ListAsync(Cancel).ToListAsync(Cancel));
    }
}
