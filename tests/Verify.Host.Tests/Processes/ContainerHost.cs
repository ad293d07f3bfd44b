using System.Net.Http.Json;
using System.Text.Json;
using Verify.Storage;
using Verify.Testing.Emulators;

namespace Verify.Host.Tests.Processes;

/// <summary>The real program over a container, in place of a folder.</summary>
public sealed class ContainerHost : IDisposable
{
    readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("verify-keys-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => keys.Delete(recursive: true);

    [Fact]
    public async Task It_takes_in_what_was_dropped_beside_its_container_and_says_what_is_wrong_with_its_feeds()
    {
        var azurite = await Azurite.SharedAsync();
        Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
        var address = azurite.NewAddress();
        await Stores.Open(address).CreateAsync("inbox/laporan.txt", "Dinas Pekerjaan Umum menyatakan 4077 jembatan rusak akibat banjir."u8.ToArray(), Cancel);

        using var host = await HostProcess.StartAsync(
            address, Cancel,
            (OperatingSystem.IsWindows() ? "LOCALAPPDATA" : "XDG_DATA_HOME", keys.FullName), ("Verify__Feeds__Addresses", "https://127.0.0.1/rss"));

        await Patience.UntilAsync(async () => await FindAsync(host, "/api/articles?limit=200", item => item.GetProperty("sources")[0].GetProperty("name").GetString() == "laporan.txt") is not null);
        await Patience.UntilAsync(async () => await Stores.Open(address).ReadAsync("inbox/laporan.txt", Cancel) is null);
        await Patience.UntilAsync(async () => await FindAsync(host, "/api/feeds", item => item.GetProperty("problem").ValueKind == JsonValueKind.String) is not null);
        Assert.Contains("does not lead to the public web", (await FindAsync(host, "/api/feeds", _ => true))!.Value.GetProperty("problem").GetString());
    }

    static async Task<JsonElement?> FindAsync(HostProcess host, string path, Func<JsonElement, bool> isIt)
    {
        foreach (var item in (await host.Client.GetFromJsonAsync<JsonElement>(path, Cancel)).GetProperty("items").EnumerateArray())
            if (isIt(item)) return item;
        return null;
    }
}
