using System.Runtime.Versioning;
using Verify.Storage.Folders;
using Verify.Workflow.Blobs;

namespace Verify.Storage.Tests.Folders;

/// <summary>What the file system refuses is told with the file and the way out.</summary>
public sealed class FolderTroubleTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_that_is_a_file_is_named()
    {
        File.WriteAllText(folder.File("data"), "");

        var error = await Assert.ThrowsAsync<StoreException>(() => new FolderBlobs(folder.File("data")).CreateAsync("a/b", new byte[1], Cancel));

        Assert.Equal($"{folder.File("data/a/b")}: {folder.File("data")} is a file, and a folder is needed there. Move it away.", error.Message);
    }

    [Fact]
    public async Task A_blob_in_the_way_of_a_folder_is_named()
    {
        var store = new FolderBlobs(folder.Path);
        await store.CreateAsync("a", new byte[1], Cancel);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.CreateAsync("a/b", new byte[1], Cancel));

        Assert.Equal($"{folder.File("a/b")}: {folder.File("a")} is a file, and a folder is needed there. Move it away.", error.Message);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void A_folder_that_may_not_be_written_says_whom_to_give_access()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets a thread act as another user.");
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b101_101_101);

        var refused = Assert.ThrowsAny<UnauthorizedAccessException>(() =>
            Unprivileged.Run(new FolderDisk(new FolderNames(folder.Path), new FolderOptions()).MakeReady));

        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        Assert.Equal(
            $"/data/a: the user {Environment.UserName} may not do this. Give that user read and write access to the data folder and "
            + "everything in it, or choose another folder.",
            FolderErrors.Of(refused, "/data/a").Message);
    }

    [Fact]
    public void A_full_disk_says_that_nothing_stored_is_harmed()
    {
        var full = new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);

        Assert.Equal("/data/a: the disk is full. Free some space; what was stored before is unharmed.", FolderErrors.Of(full, "/data/a").Message);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public void Only_folders_that_may_hold_a_wanted_name_are_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux lets a thread act as another user.");
        foreach (var name in (string[])["queue/01/a", "queue/05/b", "queue/09/c", "articles/a"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
            File.WriteAllText(folder.File(name), "");
        }
        foreach (var open in (string[])["", "queue", "queue/05", "queue/09"])
            File.SetUnixFileMode(folder.File(open), (UnixFileMode)0b111_101_101);
        foreach (var closed in (string[])["queue/01", "articles"])
            File.SetUnixFileMode(folder.File(closed), UnixFileMode.None);

        List<string> names = [];
        Unprivileged.Run(() =>
        {
            var listing = new FolderListing(new FolderNames(folder.Path), "queue/", "queue/02");
            while (listing.Next() is { } more)
                names.AddRange(more);
        });

        Assert.Equal(["queue/05/b", "queue/09/c"], names);
        Assert.ThrowsAny<UnauthorizedAccessException>(() =>
            Unprivileged.Run(() => new FolderListing(new FolderNames(folder.Path), "queue/", null).Next()));
    }
}
