using Verify.Storage.Containers;
using Verify.Storage.Folders;
using Verify.Storage.Tests.Folders;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests;

public sealed class StoresTests
{
    [Theory]
    [InlineData("data")]
    [InlineData("./data/verify")]
    [InlineData("/srv/verify data")]
    [InlineData("C:\\verify")]
    public void A_path_is_a_folder(string address) => Assert.IsType<FolderBlobs>(Stores.Open(address));

    [Theory]
    [InlineData("https://desk.blob.core.windows.net/verify", "https://desk.blob.core.windows.net/verify")]
    [InlineData("https://desk.blob.core.windows.net/verify/", "https://desk.blob.core.windows.net/verify")]
    [InlineData("https://desk.blob.core.windows.net/verify?sv=2026&sig=secret", "https://desk.blob.core.windows.net/verify")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/verify", "http://127.0.0.1:10000/devstoreaccount1/verify")]
    [InlineData("http://localhost:10000/devstoreaccount1/verify", "http://localhost:10000/devstoreaccount1/verify")]
    public void A_containers_address_is_a_container_and_never_shows_its_secret(string address, string shown)
    {
        Assert.True(AzureAddress.TryParse(address, out var parsed, out _));

        Assert.Equal(shown, parsed.ToString());
        Assert.IsType<AzureBlobs>(Stores.Open(address));
    }

    [Theory]
    [InlineData("", "No data folder is given")]
    [InlineData("  ", "No data folder is given")]
    [InlineData("http://desk.blob.core.windows.net/verify", "only https is spoken")]
    [InlineData("ftp://desk/verify", "only https is spoken")]
    [InlineData("file:///srv/verify", "only https is spoken")]
    [InlineData("https://", "is no address")]
    [InlineData("https://desk.blob.core.windows.net", "names one container")]
    [InlineData("https://desk.blob.core.windows.net/verify/articles", "names one container")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1", "names account and container")]
    [InlineData("https://desk.blob.core.windows.net/Verify", "\"Verify\" is no container name")]
    [InlineData("https://desk.blob.core.windows.net/a--b", "\"a--b\" is no container name")]
    [InlineData("https://desk.blob.core.windows.net/ab", "\"ab\" is no container name")]
    [InlineData("https://me:secret@desk.blob.core.windows.net/verify", "no user name or password")]
    [InlineData("ftp://me:secret@desk/verify", "no user name or password")]
    [InlineData("UseDevelopmentStorage=true", "A connection string is no address")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=desk;AccountKey=secret", "A connection string is no address")]
    [InlineData("https://desk.blob.core.windows.net/?sig=secret", "names one container")]
    public void Anything_else_is_refused_with_the_way_out_and_without_secrets(string address, string why)
    {
        Assert.False(Stores.TryOpen(address, out _, out var error));

        Assert.Contains(why, error);
        Assert.DoesNotContain("secret", error);
        Assert.Equal(error, Assert.Throws<StoreException>(() => Stores.Open(address)).Message);
    }

    [Fact]
    public void A_file_is_refused_with_its_name()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("data.txt"), "");

        Assert.False(Stores.TryOpen(folder.File("data.txt"), out _, out var error));

        Assert.StartsWith(folder.File("data.txt"), error);
    }

    const string Account = "https://desk.blob.core.windows.net";
    const string Emulator = "http://127.0.0.1:10000/devstoreaccount1";

    [Theory]
    [InlineData("{0}/a", "{0}/a", false)]
    [InlineData("{0}/a", "{0}/a/", false)]
    [InlineData("{0}/a", "{0}/b/../a", false)]
    [InlineData("{0}/a", "{0}/link", false)]
    [InlineData("{0}/a", "{0}/link/copy", false)]
    [InlineData("{0}/a", "{0}/a/copy", false)]
    [InlineData("{0}/a/b", "{0}/a", false)]
    [InlineData("{0}/a", "{0}/b", true)]
    [InlineData("{0}/a", "{0}/ab", true)]
    [InlineData("{0}/a", "{0}/none/yet", true)]
    [InlineData("{0}/a", Account + "/verify", true)]
    [InlineData(Account + "/verify", Account + "/verify", false)]
    [InlineData(Account + "/verify", "https://DESK.blob.core.windows.net/verify/?sig=secret", false)]
    [InlineData(Account + "/verify", Account + "/verify-records", false)]
    [InlineData(Account + "/verify-inbox", Account + "/verify", false)]
    [InlineData(Account + "/verify", Account + "/verify-2", true)]
    [InlineData(Account + "/verify", "https://other.blob.core.windows.net/verify", true)]
    [InlineData(Emulator + "/verify", "http://localhost:10000/devstoreaccount1/verify", false)]
    [InlineData(Emulator + "/verify", "http://127.0.0.1:10001/devstoreaccount1/verify", true)]
    [InlineData(Emulator + "/verify", "http://127.0.0.1:10000/other/verify", true)]
    public void Two_addresses_that_lead_into_one_another_are_told_apart_from_two_that_do_not(string one, string other, bool isApart)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("a/b"));
        Directory.CreateDirectory(folder.File("b"));
        if (!OperatingSystem.IsWindows()) Directory.CreateSymbolicLink(folder.File("link"), folder.File("a"));
        else if (other.Contains("link", StringComparison.Ordinal)) Assert.Skip("Links need a right of their own on Windows.");
        var why = Stores.WhyNotApart(string.Format(one, folder.Path), string.Format(other, folder.Path));
        Assert.Equal(isApart, why is null);
        Assert.DoesNotContain("secret", why ?? "", StringComparison.Ordinal);
    }
}
