using System.Text;
using Verify.Storage.Containers;
using Verify.Testing.Emulators;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Containers;

/// <summary>A question that is not answered is told as a failure: never as nothing there, never as less than there is.</summary>
public sealed class AzureBlobsReadFaultTests
{
    static readonly byte[] Large = Encoding.ASCII.GetBytes(new string('a', 200_000));

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => ["429", "500", "503", "dropped", "torn", "silent"];

    static StoreFault Of(string fault) => fault switch
    {
        "torn" => StoreFault.Torn,
        "silent" => StoreFault.Silent,
        "dropped" => StoreFault.Dropped,
        _ => StoreFault.Failures.Single(failure => failure.Status.ToString(System.Globalization.CultureInfo.InvariantCulture) == fault),
    };

    /// <summary>Of a torn one the client asks for the rest by itself, in the same version.</summary>
    public static TheoryData<string> NotTorn => ["429", "500", "503", "dropped", "silent"];

    [Theory, MemberData(nameof(NotTorn))]
    public async Task A_read_fails(string fault)
    {
        await using var proxy = await ProxyAsync();
        var store = await OpenAsync(proxy, retries: 0);
        proxy.FaultRead(1, Of(fault));
        await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync("a/large", Cancel));
        Assert.Equal(Large, (await store.ReadAsync("a/large", Cancel))!.Content.ToArray());
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_listing_fails(string fault)
    {
        await using var proxy = await ProxyAsync();
        var store = await OpenAsync(proxy, retries: 0);
        proxy.FaultRead(1, Of(fault));
        await Assert.ThrowsAsync<StoreException>(async () => await store.ListAsync("a/", cancel: Cancel).ToListAsync(Cancel));
        Assert.Equal(["a/large", "a/lines"], await store.ListAsync("a/", cancel: Cancel).ToListAsync(Cancel));
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task Asked_again_both_answer_the_truth(string fault)
    {
        await using var proxy = await ProxyAsync();
        var store = await OpenAsync(proxy, retries: 1);
        proxy.FaultRead(1, Of(fault));
        Assert.Equal(Large, (await store.ReadAsync("a/large", Cancel))!.Content.ToArray());
        proxy.FaultRead(1, Of(fault));
        Assert.Equal(["a/large", "a/lines"], await store.ListAsync("a/", cancel: Cancel).ToListAsync(Cancel));
    }

    static async Task<FaultProxy> ProxyAsync()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        return await FaultProxy.StartAsync(azurite.Service);
    }

    static async Task<AzureBlobs> OpenAsync(FaultProxy proxy, int retries)
    {
        Assert.True(AzureAddress.TryParse(proxy.NewAddress(), out var address, out _));
        var store = address.Open();
        Assert.True(await store.CreateAsync("a/large", Large, Cancel));
        Assert.True(await store.AppendAsync("a/lines", "satu\n"u8.ToArray(), 0, Cancel));
        return address.Open(patience: Patience, retries: retries);
    }
}
