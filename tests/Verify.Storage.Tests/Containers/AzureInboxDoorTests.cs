using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Emulators;
using Verify.Testing.Workflow;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Inbox;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;

namespace Verify.Storage.Tests.Containers;

/// <summary>From the drop container into the store, both in Azure.</summary>
public sealed class AzureInboxDoorTests : IAsyncLifetime
{
    TestDesk desk = null!;
    IInboxBlobs inbox = null!;
    string address = "";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        address = azurite.NewAddress();
        inbox = Stores.OpenInbox(address)!;
        // Two minutes ahead of the service, so that everything there has lain long enough.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(2));
        desk = await TestDesk.OpenAsync(Stores.Open(address), clock, new CrankedDriver(clock), more: services => services.AddInbox(inbox));
    }

    public async ValueTask DisposeAsync()
    {
        if (desk is not null) await desk.DisposeAsync();
    }

    /// <summary>Beside the port, which knows no such names.</summary>
    Task DropAsync(string name, string text) => new Azure.Storage.Blobs.BlobContainerClient(
            new Uri($"{address}-inbox"), new Azure.Storage.StorageSharedKeyCredential("devstoreaccount1", Storage.Containers.AzureAddress.EmulatorKey))
        .UploadBlobAsync(name, BinaryData.FromString(text), Cancel);

    [Fact]
    public async Task What_lies_there_is_swept_up_once_also_by_two_at_once()
    {
        await inbox.OpenAsync(Cancel);
        string[] names = ["laporan banjir (final).txt", "Redaksi/報告 📈.txt", "100% benar?.txt"];
        foreach (var (n, name) in names.Index()) await DropAsync(name, $"Dinas Pekerjaan Umum menyatakan {n + 40} jembatan rusak akibat banjir.");
        await DropAsync("photo.png", "\u0001\u0002\u0003\u0004");
        await DropAsync("half.part", "Dinas menyatakan");

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => desk.Mediator.Send(new SweepInbox(), Cancel), Cancel)));

        Assert.Equal(names.Order(), TestDesk.Value(await desk.Mediator.Send(new ListArticles(), Cancel)).Items.Select(article => Assert.Single(article.Sources).Name).Order());
        Assert.Equal("photo.png", Assert.Single(TestDesk.Value(await desk.Mediator.Send(new ListQuarantine(), Cancel)).Items).Source.Name);
        Assert.Equal(["half.part"], await inbox.ListAsync(Cancel).Select(entry => entry.Name).ToListAsync(Cancel));
    }
}
